<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.needs.survey_new) ?>
<?cs call:back("/needs/surveys", Lang.Layout.back_list) ?>
<?cs call:title(Lang.needs.survey_new) ?>
<?cs call:form_start("/needs/surveys/new") ?>
<?cs call:radios("template", "required", Page.Ready) ?><?cs call:text("title", "required") ?>
<?cs call:textarea("intro", "optional", "3") ?><?cs call:day("closes_on", "optional") ?><?cs call:number("wanted", "optional") ?>
<?cs call:submit(Lang.needs.survey_make) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
