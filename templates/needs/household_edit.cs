<?cs set:Title = Lang.needs.household_edit + " " + Page.Household.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/households/<?cs var:Page.Household.no ?>/edit" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="version" value="<?cs var:Page.Form.version ?>">
<div class="bar">
<p class="crumb"><a href="/needs/households"><?cs var:Lang.needs.households ?></a> › <a href="/needs/households/<?cs
var:Page.Household.no ?>"><?cs var:Page.Household.no ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.needs.household_edit ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.needs.sealed_about ?></p>
<div class="form">
<?cs call:person_as("name", "optional", Lang.needs.Homes.name, Lang.needs.stays) ?><?cs
call:tel_as("phone", "optional", "", Lang.needs.stays) ?><?cs
call:text_as("address", "optional", "", Lang.needs.stays) ?><?cs call:text_as("contact", "optional", "", Lang.needs.stays) ?><?cs
call:text("grid", "optional") ?><?cs call:select("household_kind", "optional", Page.Kind) ?><?cs
call:number("members", "optional") ?><?cs call:day("next_on", "optional") ?><?cs
set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:checks("groups", "optional", Page.Recipient) ?><?cs
set:At.wide = #1 ?><?cs call:text_as("health", "optional", "", Lang.needs.stays) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
