<?cs set:Title = Lang.support.Material.ledger ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/materials"><?cs var:Lang.support.Material.stock ?></a> › <?cs var:Lang.support.Material.ledger ?></p>
<h1><?cs var:Lang.support.Material.ledger ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/support/materials/ledger"><?cs call:filter_text("q") ?><?cs
call:filter_select("direction", Lang.State.material_direction) ?><?cs call:filter_select("kind", Lang.State.material_kind) ?><?cs
call:filter_day("from", Lang.support.Field.happened_on) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Moves) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Material.ledger ?></caption>
<thead><tr><?cs call:column("no", Lang.support.Moves.no) ?><?cs call:column("happened_on", Lang.support.Moves.happened_on) ?><?cs
call:column("name", Lang.support.Moves.name) ?><?cs call:column("direction", Lang.support.Moves.direction) ?><?cs
call:column("kind", Lang.support.Moves.kind) ?><?cs call:column_num("quantity", Lang.support.Moves.quantity) ?><?cs
call:column("unit", Lang.support.Moves.unit) ?><?cs call:column_num("stock_after", Lang.support.Moves.stock_after) ?><?cs
call:column("party", Lang.support.Moves.party) ?><?cs call:column("note", Lang.support.Moves.note) ?><?cs
call:column("entered_by", Lang.support.Moves.entered_by) ?></tr></thead>
<tbody>
<?cs each:m = Page.Moves ?><tr><td><?cs var:m.no ?></td><td><?cs var:short(m.happened_on) ?></td><td><a href="/support/materials/<?cs
var:m.thing ?>"><?cs var:m.name ?></a></td><td><?cs var:Lang.State.material_direction[m.direction] ?></td><td><?cs
var:Lang.State.material_kind[m.kind] ?></td><td class="num"><?cs var:m.quantity ?></td><td><?cs var:m.unit ?></td><td class="num"><?cs
var:m.stock_after ?></td><td><?cs var:m.party ?></td><td class="w"><?cs var:m.note ?></td><td><?cs var:m.entered_by ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.Material.ledger_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
