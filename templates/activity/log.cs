<?cs include!"layout.cs" ?><?cs include!"activity/_grid.cs" ?><?cs call:page_head("staff", Lang.activity.log) ?>
<?cs call:back("/activity/manage/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:title(Lang.activity.log) ?>
<?cs call:lead(Page.Activity.title + " " + Page.Activity.day + " " + Page.Activity.begins + "–" + Page.Activity.ends) ?>
<?cs if:Page.Late ?><?cs call:note(Lang.activity.log_late) ?>
<?cs call:link_button("/activity/manage/" + Page.Activity.no + "/backfill", Lang.activity.backfill) ?>
<?cs else ?><?cs call:note(Lang.activity.log_note) ?>
<?cs call:unread() ?>
<?cs if:subcount(Page.Rows) ?><?cs call:form_start("/activity/manage/" + Page.Activity.no + "/log") ?>
<?cs call:grid() ?><?cs call:text("remark", "optional") ?><?cs call:submit(Lang.activity.log_save) ?><?cs call:form_end() ?>
<?cs call:paste("/activity/manage/" + Page.Activity.no + "/log/paste") ?>
<?cs else ?><?cs call:empty(Lang.activity.log_empty) ?><?cs /if ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
