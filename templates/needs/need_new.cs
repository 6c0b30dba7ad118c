<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.needs.need_new) ?>
<?cs call:back("/needs/ledger", Lang.Layout.back_list) ?>
<?cs call:title(Lang.needs.need_new) ?>
<?cs call:form_start("/needs/ledger/new") ?>
<?cs call:radios("source", "required", Lang.needs.SourceChoice) ?><?cs call:person("name", "optional") ?><?cs call:tel("phone", "optional") ?>
<?cs call:select("category", "required", Page.Category) ?><?cs call:select("target_group", "optional", Page.Recipient) ?>
<?cs call:text("grid", "optional") ?><?cs call:textarea("description", "required", "4") ?><?cs call:text("wished", "optional") ?><?cs call:text("risk", "optional") ?>
<?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
