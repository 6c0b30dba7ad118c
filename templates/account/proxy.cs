<?cs set:Title = Lang.account.proxy ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/account/volunteers/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <?cs var:Lang.account.proxy ?></p>
<h1><?cs var:Lang.account.proxy ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.proxy_button ?></button></p>
</div>
<p class="note"><?cs var:Lang.account.proxy_about ?></p>
<div class="form">
<h2><?cs var:Lang.account.part_identity ?></h2>
<?cs call:person("name", "required") ?><?cs call:select("id_type", "required", Page.IdTypes) ?><?cs
call:idno("id_no", "required") ?><?cs call:day("birth_on", "optional") ?><?cs
call:radios("sex", "optional", Lang.account.Sex) ?><h2><?cs var:Lang.account.part_contact ?></h2>
<?cs call:tel("phone", "optional") ?><?cs call:region("region_code", "required", Page.Regions) ?><?cs
call:region("service_region_code", "optional", Page.Counties) ?><h2><?cs var:Lang.account.part_wish ?></h2>
<?cs set:At.wide = #1 ?><?cs call:checks("categories", "required", Page.Categories) ?>
<?cs set:At.wide = #1 ?><?cs call:checks("skills", "required", Page.Skills) ?><h2><?cs var:Lang.account.part_guardian ?></h2>
<?cs call:person("guardian_name", "optional") ?><?cs call:text_short("guardian_relation", "optional") ?><?cs
call:tel("guardian_phone", "optional") ?><?cs call:check("guardian_agrees", "") ?><h2><?cs var:Lang.account.part_consent ?></h2>
<?cs set:At.wide = #1 ?><?cs call:checks("consent", "required", Lang.account.ConsentChoice) ?>
<?cs set:At.wide = #1 ?><?cs call:check("paper", "") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
