<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.activity.dispute) ?>
<?cs call:back("/activity/notice/" + Page.Record.activity_no, Lang.Layout.back) ?>
<?cs call:title(Lang.activity.dispute) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.record_no, Page.Record.no) ?><?cs call:fact(Lang.activity.Field.title, Page.Record.title) ?><?cs
call:fact(Lang.Field.name, Page.Record.name) ?><?cs call:fact(Lang.activity.day, Page.Record.served_on) ?><?cs
call:fact(Lang.activity.when, Page.Record.begins + "–" + Page.Record.ends) ?><?cs call:fact(Lang.activity.hours, Page.Record.hours) ?><?cs call:facts_end() ?>
<?cs call:note(Lang.activity.dispute_note) ?>
<?cs call:form_start("/activity/notice/record/" + Page.Record.no) ?><?cs call:person_as("name", "required", Lang.activity.your_name, "") ?><?cs call:tel("phone", "required") ?><?cs
call:textarea_as("reason", "required", "5", Lang.activity.object_reason, "") ?><?cs call:submit(Lang.Layout.send) ?><?cs call:form_end() ?>
<?cs call:page_foot("public") ?>
