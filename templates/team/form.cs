<?cs #
form.cs - the fields of a team, at the desk and on the phone. Comes inside a form, after its token.
?><?cs call:text("name", "required") ?><?cs call:radios("kind", "required", Page.Kinds) ?><?cs
call:text("approver_org", "optional") ?><?cs call:select("org_kind", "optional", Page.OrgKinds) ?><?cs
call:text("uscc", "optional") ?><?cs call:text("registrar", "optional") ?><?cs
call:select("field", "optional", Page.Fields) ?><?cs set:At.wide = #1 ?><?cs call:checks("categories", "required", Page.Categories) ?><?cs
call:text("address", "required") ?><?cs call:day("founded_on", "optional") ?><?cs call:number("planned", "optional") ?><?cs
call:radios("join_mode", "required", Page.JoinModes) ?><?cs call:checks("offers", "optional", Page.Means) ?><?cs
call:checks("needs", "optional", Page.Means) ?><?cs call:person("contact_name", "required") ?><?cs
call:tel("contact_phone", "required") ?><?cs set:At.wide = #1 ?><?cs call:textarea("intro", "optional", "4") ?>
