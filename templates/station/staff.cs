<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.station.add_staff) ?>
<?cs call:back("/station/", Lang.Layout.back) ?>
<?cs call:title(Lang.station.add_staff) ?>
<?cs call:form_start("/station/staff/new") ?>
<?cs call:person("name", "required") ?><?cs call:text("login", "required") ?>
<?cs call:radios("role", "required", Lang.station.RoleChoice) ?><?cs call:password("password", "required") ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
