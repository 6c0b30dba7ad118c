<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.project.void) ?>
<?cs call:back("/project/" + Page.Project.no, Lang.Layout.back) ?>
<?cs call:title(Lang.project.void) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.project.no, Page.Project.no) ?><?cs call:fact(Lang.project.Field.title, Page.Project.title) ?><?cs
call:fact_state(Lang.Layout.state, "project", Page.Project.state) ?><?cs call:facts_end() ?>
<?cs call:note(Lang.project.void_note) ?>
<?cs call:form_start("/project/" + Page.Project.no + "/void") ?><?cs call:text("reason", "required") ?><?cs
call:submit_warn(Lang.project.void) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
