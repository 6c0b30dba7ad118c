<?cs set:Title = Lang.support.Material.Step[Page.Step] ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/support/materials/<?cs var:Page.Thing.uid ?>/<?cs var:Page.Step ?>" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>">
<div class="bar">
<p class="crumb"><a href="/support/materials/<?cs var:Page.Thing.uid ?>"><?cs var:Page.Thing.name ?></a> › <?cs
var:Lang.support.Material.Step[Page.Step] ?></p>
<h1><?cs var:Page.Thing.name ?> <?cs var:Lang.support.Material.Step[Page.Step] ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.support.Material.now ?> <?cs var:Page.Thing.stock ?> <?cs var:Page.Thing.unit ?></p>
<div class="form">
<?cs if:Page.Step == "count" ?><input type="hidden" name="stock" value="<?cs var:Page.Thing.stock ?>"><?cs
call:number("counted", "required") ?><?cs
call:text_as("note", "optional", Lang.support.Material.count_note, Lang.support.Material.count_hint) ?><?cs
else ?><?cs call:number_as("quantity", "required", Lang.support.Moves.quantity, "") ?><?cs
if:Page.Step == "in" ?><?cs call:select_as("kind", "required", Lang.support.Material.In, Lang.support.Moves.kind, "") ?><?cs
call:text_as("party", "optional", Lang.support.Material.donor, "") ?><?cs call:code_typed("fund", "optional") ?><?cs
call:day("happened_on", "required") ?><?cs call:text_as("note", "optional", Lang.support.Moves.note, "") ?><?cs
elif:Page.Step == "out" ?><?cs call:select_as("kind", "required", Lang.support.Material.Out, Lang.support.Moves.kind, "") ?><?cs
call:text_as("party", "optional", Lang.support.Material.taker, "") ?><?cs
call:day("happened_on", "required") ?><?cs call:text_as("note", "required", Lang.support.Moves.note, "") ?><?cs
else ?><?cs call:text_as("party", "required", Lang.support.Loans.borrower, "") ?><?cs call:tel("phone", "optional") ?><?cs
call:day("due_on", "required") ?><?cs call:text_as("note", "optional", Lang.support.Moves.note, "") ?><?cs /if ?><?cs /if ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
