<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Page.Record.title) ?>
<?cs call:back("/activity/hours", Lang.activity.my_hours) ?>
<?cs call:title(Page.Record.title) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.record_no, Page.Record.no) ?><?cs call:fact_state(Lang.Layout.state, "service_record", Page.Record.state) ?><?cs
call:fact(Lang.activity.day, Page.Record.served_on) ?><?cs call:fact(Lang.activity.when, Page.Record.begins + "–" + Page.Record.ends) ?><?cs
call:fact(Lang.activity.hours, Page.Record.hours) ?><?cs call:fact(Lang.activity.evidence, Lang.Evidence[Page.Record.evidence]) ?><?cs
call:fact(Lang.activity.Field.place, Page.Record.place) ?><?cs call:fact(Lang.activity.Field.content, Page.Record.content) ?><?cs
call:fact(Lang.activity.organiser, Page.Record.organiser) ?><?cs call:fact(Lang.activity.leader, Page.Record.leader_name) ?><?cs
call:fact(Lang.activity.notice_until, Page.Record.notice_until) ?><?cs call:fact(Lang.activity.effective_at, Page.Record.effective_at) ?><?cs
call:fact(Lang.activity.end_reason, Page.Record.end_reason) ?><?cs call:facts_end() ?>
<?cs call:cells_start(Lang.activity.history) ?>
<?cs each:h = Page.History ?><?cs call:cell(Lang.activity.Verb[h.verb], h.at, h.no) ?><?cs /each ?>
<?cs each:s = Page.Sealed ?><?cs call:cell(Lang.activity.ledger, s.at, s.seq) ?><?cs /each ?>
<?cs call:cells_end() ?>
<?cs if:subcount(Page.Cases) ?><?cs call:cells_start(Lang.activity.objections) ?>
<?cs each:c = Page.Cases ?><?cs call:cell(c.no + " " + Lang.State.objection[c.state], c.reason + " " + c.result, c.due_on) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs /if ?>
<?cs if:Page.OfMe.rated_on ?><?cs call:subtitle(Lang.activity.of_me) ?><?cs call:facts_start() ?><?cs call:fact(Lang.activity.Field.score_a, Page.OfMe.score_a) ?><?cs
call:fact(Lang.activity.Field.score_b, Page.OfMe.score_b) ?><?cs call:fact(Lang.activity.Field.score_c, Page.OfMe.score_c) ?><?cs
call:fact(Lang.activity.Field.words, Page.OfMe.words) ?><?cs call:fact(Lang.activity.rated_on, Page.OfMe.rated_on) ?><?cs call:facts_end() ?><?cs /if ?>
<?cs if:Page.Record.state == "notice" || Page.Record.state == "effective" || Page.Record.state == "disputed" ?><?cs call:subtitle(Lang.activity.of_station) ?><?cs
if:Page.OfStation.rated_on ?><?cs call:facts_start() ?><?cs call:fact(Lang.activity.Of_station.score_a, Page.OfStation.score_a) ?><?cs
call:fact(Lang.activity.Of_station.score_b, Page.OfStation.score_b) ?><?cs call:fact(Lang.activity.Of_station.score_c, Page.OfStation.score_c) ?><?cs
call:fact(Lang.activity.Field.words, Page.OfStation.words) ?><?cs call:facts_end() ?><?cs
else ?><?cs call:para(Lang.activity.of_station_note) ?><?cs call:form_start("/activity/hours/" + Page.Record.no + "/rate") ?><?cs
call:select_as("score_a", "required", Lang.activity.Score, Lang.activity.Of_station.score_a, "") ?><?cs
call:select_as("score_b", "required", Lang.activity.Score, Lang.activity.Of_station.score_b, "") ?><?cs
call:select_as("score_c", "required", Lang.activity.Score, Lang.activity.Of_station.score_c, "") ?><?cs
call:textarea("words", "optional", "3") ?><?cs call:submit(Lang.activity.rate_station) ?><?cs call:form_end() ?><?cs /if ?><?cs /if ?>
<?cs if:Page.Record.state == "to_review" || Page.Record.state == "notice" || Page.Record.state == "effective" ?><?cs
call:link_second("/activity/record/" + Page.Record.no + "/object", Lang.activity.object) ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
