<?cs set:Title = Lang.support.Material.edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/support/materials/<?cs var:Page.Thing.uid ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/materials"><?cs var:Lang.support.Material.stock ?></a> › <a href="/support/materials/<?cs
var:Page.Thing.uid ?>"><?cs var:Page.Thing.name ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.support.Material.edit ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.support.Material.edit_about ?></p>
<div class="form">
<?cs call:text_as("name", "required", Lang.support.Things.name, "") ?><?cs
call:text_short_as("unit", "required", Lang.support.Things.unit, Lang.support.Material.unit_hint) ?><?cs
call:text_as("place", "optional", Lang.support.Things.place, "") ?><?cs call:check("durable", Lang.support.Material.durable) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
