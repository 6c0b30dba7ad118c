<?cs set:Title = Page.Move.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/support/materials/<?cs var:Page.Thing.uid ?>/row/<?cs var:Page.Move.no ?>" novalidate><?cs
include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/materials/<?cs var:Page.Thing.uid ?>"><?cs var:Page.Move.name ?></a> › <?cs var:Page.Move.no ?></p>
<h1><?cs var:Page.Move.name ?> <?cs var:Lang.State.material_kind[Page.Move.kind] ?> <?cs var:Page.Move.quantity ?> <?cs
var:Page.Move.unit ?></h1>
<?cs if:Page.Can.edit ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
<?cs /if ?></div>
<dl class="facts">
<div><dt><?cs var:Lang.support.Moves.stock_after ?></dt><dd><?cs var:Page.Move.stock_after ?> <?cs var:Page.Move.unit ?></dd></div>
<div><dt><?cs var:Lang.support.entered ?></dt><dd><?cs var:Page.Move.entered_by ?> <?cs var:at(Page.Move.entered_at) ?></dd></div>
</dl>
<?cs if:Page.Can.edit ?><p><?cs var:Lang.support.Material.row_about ?></p>
<div class="form">
<?cs call:day("happened_on", "required") ?><?cs call:text_as("party", "optional", Lang.support.Moves.party, "") ?><?cs
if:Page.Move.direction == "out" ?><?cs call:text_as("note", "required", Lang.support.Moves.note, "") ?><?cs
else ?><?cs call:text_as("note", "optional", Lang.support.Moves.note, "") ?><?cs /if ?></div>
<?cs else ?><p class="note"><?cs var:Lang.support.Message.row_stands ?></p>
<?cs /if ?></form>
<?cs include!"staff_foot.cs" ?>
