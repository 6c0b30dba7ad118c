<?cs set:Title = Lang.needs.household_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/households/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/households"><?cs var:Lang.needs.households ?></a> › <?cs var:Lang.needs.household_new ?></p>
<h1><?cs var:Lang.needs.household_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:person_as("name", "required", Lang.needs.Homes.name, "") ?><?cs call:tel("phone", "optional") ?><?cs
call:text("address", "optional") ?><?cs call:text("contact", "optional") ?><?cs
call:text("grid", "optional") ?><?cs call:select("household_kind", "optional", Page.Kind) ?><?cs
call:number("members", "optional") ?><?cs call:day("next_on", "optional") ?><?cs
set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:checks("groups", "optional", Page.Recipient) ?><?cs
set:At.wide = #1 ?><?cs call:text("health", "optional") ?><?cs
set:At.wide = #1 ?><?cs call:check("file_consent", Lang.needs.consent_yes) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
