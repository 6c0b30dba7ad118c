<?cs include!"layout.cs" ?><?cs call:page_head("staff", Page.Record.no) ?>
<?cs call:back("/activity/manage/review", Lang.Layout.back_list) ?>
<?cs call:title(Page.Record.no) ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "service_record", Page.Record.state) ?><?cs
call:fact(Lang.Field.name, Page.Inside.name) ?><?cs if:Page.Inside.volunteer_no ?><?cs
call:fact_link(Lang.activity.Field.volunteer_no, "/account/volunteers/" + Page.Inside.volunteer_no, Page.Inside.volunteer_no) ?><?cs /if ?><?cs
call:fact_link(Lang.activity.Field.title, "/activity/manage/" + Page.Record.activity_no, Page.Record.title) ?><?cs
call:fact(Lang.activity.day, Page.Record.served_on) ?><?cs call:fact(Lang.activity.when, Page.Record.begins + "–" + Page.Record.ends) ?><?cs
call:fact(Lang.activity.hours, Page.Record.hours) ?><?cs call:fact(Lang.activity.evidence, Lang.Evidence[Page.Record.evidence]) ?><?cs
call:fact(Lang.activity.Field.content, Page.Record.content) ?><?cs call:fact(Lang.activity.Field.remark, Page.Inside.remark) ?><?cs
if:subcount(Page.Inside.Flags) ?><?cs call:fact_open(Lang.activity.flags) ?><?cs each:f = Page.Inside.Flags ?><?cs call:tag(Lang.activity.Flag[f.word], "wait") ?> <?cs /each ?><?cs
call:fact_close() ?><?cs /if ?><?cs if:Page.Inside.proof ?><?cs
call:fact_link(Lang.activity.proof, "/activity/document/" + Page.Inside.proof, Lang.activity.proof_open) ?><?cs /if ?><?cs
call:fact(Lang.activity.logger, Page.Inside.logger) ?><?cs call:fact(Lang.activity.logged_at, Page.Inside.logged_at) ?><?cs
call:fact(Lang.activity.reviewer, Page.Inside.reviewer) ?><?cs call:fact(Lang.activity.reviewed_at, Page.Inside.reviewed_at) ?><?cs
call:fact(Lang.activity.second, Page.Inside.second) ?><?cs call:fact(Lang.activity.reviewed_at, Page.Inside.second_reviewed_at) ?><?cs
call:fact(Lang.activity.notice_until, Page.Record.notice_until) ?><?cs call:fact(Lang.activity.effective_at, Page.Record.effective_at) ?><?cs
call:fact(Lang.activity.end_reason, Page.Record.end_reason) ?><?cs call:facts_end() ?>
<?cs if:Page.Record.state == "to_review" && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?><?cs
if:Page.Inside.two && !Page.Inside.hindrance ?><?cs call:note(Lang.activity.two) ?><?cs /if ?><?cs
if:Page.Inside.hindrance ?><?cs call:note(Lang.activity.Fault[Page.Inside.hindrance]) ?><?cs else ?><?cs
call:form_start("/activity/manage/review") ?><?cs call:hidden("record", Page.Record.no) ?><?cs call:text("note", "optional") ?><?cs
call:submit(Lang.activity.approve_one) ?><?cs call:form_end() ?><?cs /if ?><?cs
if:Page.Inside.hindrance != "logger" && Page.Inside.hindrance != "own" && Page.Inside.hindrance != "still_running" ?><?cs
call:form_start("/activity/record/" + Page.Record.no + "/refuse") ?><?cs call:textarea("reason", "required", "3") ?><?cs
call:submit_warn(Lang.activity.refuse) ?><?cs call:form_end() ?><?cs /if ?><?cs /if ?>
<?cs call:table_start(Lang.activity.history) ?><?cs call:th(Lang.activity.at) ?><?cs call:th(Lang.activity.history) ?><?cs call:th(Lang.activity.record_no) ?><?cs call:table_body() ?>
<?cs each:h = Page.History ?><?cs call:tr() ?><?cs call:td_day(h.at) ?><?cs call:td(Lang.activity.Verb[h.verb]) ?><?cs call:td(h.no) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs each:s = Page.Sealed ?><?cs call:tr() ?><?cs call:td_day(s.at) ?><?cs call:td(Lang.activity.ledger) ?><?cs call:td(s.seq) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?>
<?cs call:page_foot("staff") ?>
