<?cs include!"layout.cs" ?><?cs call:page_head("public", Page.Activity.title) ?>
<?cs call:back("/activity/notice", Lang.activity.notice) ?>
<?cs call:title(Page.Activity.title) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.station, Page.Activity.station) ?><?cs call:fact(Lang.activity.day, Page.Activity.day) ?><?cs
call:fact(Lang.activity.Field.place, Page.Activity.place) ?><?cs call:fact(Lang.activity.Field.content, Page.Activity.content) ?><?cs
call:fact(Lang.activity.notice_until, Page.Activity.notice_until) ?><?cs call:facts_end() ?>
<?cs if:subcount(Page.Records) ?><?cs call:cells_start(Lang.activity.records) ?>
<?cs each:r = Page.Records ?><?cs if:r.state == "notice" ?><?cs call:cell_link("/activity/notice/record/" + r.no, r.name, r.begins + "–" + r.ends + " " + Lang.Evidence[r.evidence] + " " + Lang.State.service_record[r.state], r.hours + " " + Lang.Layout.hours) ?><?cs
else ?><?cs call:cell(r.name, r.begins + "–" + r.ends + " " + Lang.Evidence[r.evidence] + " " + Lang.State.service_record[r.state], r.hours + " " + Lang.Layout.hours) ?><?cs /if ?><?cs /each ?>
<?cs call:cells_end() ?><?cs else ?><?cs call:empty(Lang.activity.notice_empty) ?><?cs /if ?>
<?cs call:note(Lang.activity.notice_object) ?>
<?cs call:page_foot("public") ?>
