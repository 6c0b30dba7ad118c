<?cs include!"layout.cs" ?><?cs include!"activity/_grid.cs" ?><?cs call:page_head("staff", Lang.activity.backfill) ?>
<?cs call:back("/activity/manage/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:title(Lang.activity.backfill) ?>
<?cs call:lead(Page.Activity.title + " " + Page.Activity.day + " " + Page.Activity.begins + "–" + Page.Activity.ends) ?>
<?cs call:note(Lang.activity.backfill_note) ?>
<?cs call:unread() ?>
<?cs if:subcount(Page.Rows) ?><?cs call:form_start_file("/activity/manage/" + Page.Activity.no + "/backfill") ?>
<?cs call:grid() ?><?cs call:text_as("remark", "required", Lang.activity.backfill_why, "") ?><?cs call:file("file", "required", "image/jpeg,image/png,application/pdf") ?>
<?cs call:submit(Lang.activity.backfill_save) ?><?cs call:form_end() ?>
<?cs call:paste("/activity/manage/" + Page.Activity.no + "/backfill/paste") ?>
<?cs else ?><?cs call:empty(Lang.activity.log_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
