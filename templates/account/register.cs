<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.account.register) ?>
<?cs call:title(Lang.account.register) ?>
<?cs call:lead(Lang.account.register_about) ?>
<?cs call:form_start("/account/register") ?>
<?cs if:Page.To ?><?cs call:hidden("to", Page.To) ?><?cs elif:Page.Form.to ?><?cs call:hidden("to", Page.Form.to) ?><?cs /if ?>
<?cs call:section(Lang.account.part_identity) ?>
<?cs call:person("name", "required") ?><?cs call:select("id_type", "required", Page.IdTypes) ?><?cs
call:idno("id_no", "required") ?><?cs call:day("birth_on", "optional") ?><?cs call:radios("sex", "optional", Lang.account.Sex) ?>
<?cs call:section(Lang.account.part_contact) ?>
<?cs call:tel("phone", "required") ?><?cs call:select("region_code", "required", Page.Regions) ?>
<?cs call:section(Lang.account.part_wish) ?>
<?cs call:checks("categories", "required", Page.Categories) ?><?cs call:checks("skills", "required", Page.Skills) ?>
<?cs call:section(Lang.account.part_guardian) ?><?cs call:para(Lang.account.part_guardian_about) ?>
<?cs call:person("guardian_name", "optional") ?><?cs call:text_short("guardian_relation", "optional") ?><?cs call:tel("guardian_phone", "optional") ?>
<?cs call:section(Lang.account.part_consent) ?><?cs call:para(Lang.account.part_consent_about) ?>
<?cs call:checks("consent", "required", Lang.account.ConsentChoice) ?>
<?cs call:submit(Lang.account.register_button) ?><?cs call:form_end() ?>
<?cs call:page_foot("public") ?>
