<?cs include!"layout.cs" ?><?cs if:Page.Activity.no ?><?cs set:Title = Lang.activity.edit ?><?cs else ?><?cs set:Title = Lang.activity.new ?><?cs /if ?><?cs
call:page_head("staff", Title) ?>
<?cs if:Page.Activity.no ?><?cs call:back("/activity/manage/" + Page.Activity.no, Lang.Layout.back) ?><?cs else ?><?cs
call:back("/activity/manage", Lang.Layout.back_list) ?><?cs /if ?>
<?cs call:title(Title) ?>
<?cs if:Page.Activity.no ?><?cs call:form_start("/activity/manage/" + Page.Activity.no + "/edit") ?><?cs else ?><?cs call:form_start("/activity/manage/new") ?><?cs /if ?>
<?cs call:select("project", "optional", Page.Projects) ?><?cs call:text("title", "required") ?><?cs call:select("category", "required", Page.Categories) ?>
<?cs call:textarea("content", "required", "4") ?>
<?cs call:day("day", "required") ?><?cs call:clock("begins", "required") ?><?cs call:clock("ends", "required") ?><?cs call:text("place", "required") ?>
<?cs call:text_short("leader_no", "optional") ?><?cs call:person("leader_name", "optional") ?><?cs call:number("planned", "optional") ?>
<?cs call:text_short("lat", "optional") ?><?cs call:text_short("lng", "optional") ?><?cs call:number("radius_m", "optional") ?>
<?cs call:check("dangerous", Lang.activity.Field.dangerous) ?>
<?cs if:!Page.Activity.no ?><?cs call:check("past", Lang.activity.Field.past) ?><?cs /if ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
