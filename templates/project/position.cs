<?cs include!"layout.cs" ?><?cs
set:Place.title = Lang.project.position_new ?><?cs set:Place.action = "/project/" + Page.No + "/position" ?><?cs
if:Page.Uid ?><?cs set:Place.title = Lang.project.position_edit ?><?cs set:Place.action = Place.action + "/" + Page.Uid ?><?cs /if ?><?cs
call:page_head("staff", Place.title) ?>
<?cs call:back("/project/" + Page.No, Lang.Layout.back) ?>
<?cs call:title(Place.title) ?>
<?cs call:form_start(Place.action) ?>
<?cs call:text_as("title", "required", Lang.project.position, "") ?><?cs call:number("wanted", "required") ?><?cs
call:textarea("description", "required", "3") ?><?cs call:textarea("conditions", "required", "3") ?><?cs
call:number("min_age", "optional") ?><?cs if:subcount(Page.Trainings) ?><?cs call:select("training", "optional", Page.Trainings) ?><?cs /if ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
