<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.activity.object) ?>
<?cs call:back("/activity/hours/" + Page.Record.no, Lang.Layout.back) ?>
<?cs call:title(Lang.activity.object) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.record_no, Page.Record.no) ?><?cs call:fact(Lang.activity.Field.title, Page.Record.title) ?><?cs
call:fact(Lang.activity.day, Page.Record.served_on) ?><?cs call:fact(Lang.activity.hours, Page.Record.hours) ?><?cs call:facts_end() ?>
<?cs call:note(Lang.activity.object_note) ?>
<?cs call:form_start("/activity/record/" + Page.Record.no + "/object") ?><?cs call:textarea_as("reason", "required", "5", Lang.activity.object_reason, "") ?><?cs
call:submit(Lang.Layout.send) ?><?cs call:form_end() ?>
<?cs call:page_foot("volunteer") ?>
