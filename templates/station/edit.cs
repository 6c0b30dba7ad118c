<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.station.edit) ?>
<?cs call:back("/station/", Lang.Layout.back) ?>
<?cs call:title(Lang.station.edit) ?>
<?cs call:form_start("/station/edit") ?>
<?cs call:text("name", "required") ?><?cs call:text("address", "required") ?><?cs call:tel("phone", "required") ?>
<?cs call:person("person_in_charge", "required") ?><?cs call:text("open_hours", "optional") ?><?cs call:textarea("intro", "optional", "4") ?>
<?cs call:number("area_m2", "optional") ?><?cs call:number("population", "optional") ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
