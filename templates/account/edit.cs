<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.account.held_edit) ?>
<?cs call:back("/account/me", Lang.Layout.back) ?>
<?cs call:title(Lang.account.held_edit) ?>
<?cs call:form_start("/account/me/edit") ?>
<?cs call:tel("phone", "required") ?><?cs call:select("region_code", "required", Page.Regions) ?><?cs
call:select("service_region_code", "optional", Page.Counties) ?>
<?cs call:checks("categories", "required", Page.Categories) ?><?cs call:checks("skills", "required", Page.Skills) ?><?cs
call:checks("fields", "optional", Page.Fields) ?><?cs call:checks("available", "optional", Page.Available) ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("volunteer") ?>
