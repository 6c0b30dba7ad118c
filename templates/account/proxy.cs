<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.account.proxy) ?>
<?cs call:back("/account/volunteers", Lang.Layout.back_list) ?>
<?cs call:title(Lang.account.proxy) ?>
<?cs call:para(Lang.account.proxy_about) ?>
<?cs call:form_start("/account/volunteers/new") ?>
<?cs call:section(Lang.account.part_identity) ?>
<?cs call:person("name", "required") ?><?cs call:select("id_type", "required", Page.IdTypes) ?><?cs
call:idno("id_no", "required") ?><?cs call:day("birth_on", "optional") ?><?cs call:radios("sex", "optional", Lang.account.Sex) ?>
<?cs call:section(Lang.account.part_contact) ?>
<?cs call:tel("phone", "optional") ?><?cs call:select("region_code", "required", Page.Regions) ?><?cs
call:select("service_region_code", "optional", Page.Counties) ?>
<?cs call:section(Lang.account.part_wish) ?>
<?cs call:checks("categories", "required", Page.Categories) ?><?cs call:checks("skills", "required", Page.Skills) ?>
<?cs call:section(Lang.account.part_guardian) ?>
<?cs call:person("guardian_name", "optional") ?><?cs call:text_short("guardian_relation", "optional") ?><?cs
call:tel("guardian_phone", "optional") ?><?cs call:check("guardian_agrees", "") ?>
<?cs call:section(Lang.account.part_consent) ?>
<?cs call:checks("consent", "required", Lang.account.ConsentChoice) ?><?cs call:check("paper", "") ?>
<?cs call:submit(Lang.account.proxy_button) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
