<?cs set:Title = Page.Thing.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/materials"><?cs var:Lang.support.Material.stock ?></a> › <?cs var:Page.Thing.name ?></p>
<h1><?cs var:Page.Thing.name ?> <?cs var:Page.Thing.stock ?> <?cs var:Page.Thing.unit ?></h1>
<div class="acts"><a class="button" href="/support/materials/<?cs var:Page.Thing.uid ?>/edit" data-key="e"><?cs
var:Lang.Layout.edit ?></a>
<a class="button" href="/support/materials/<?cs var:Page.Thing.uid ?>/count"><?cs
var:Lang.support.Material.Step.count ?></a>
<?cs if:Page.Thing.durable == #1 ?><a class="button" href="/support/materials/<?cs var:Page.Thing.uid ?>/lend"><?cs
var:Lang.support.Material.Step.lend ?></a>
<?cs /if ?><a class="button" href="/support/materials/<?cs var:Page.Thing.uid ?>/out"><?cs var:Lang.support.Material.Step.out ?></a>
<a class="button go" href="/support/materials/<?cs var:Page.Thing.uid ?>/in" data-key="n"><?cs
var:Lang.support.Material.Step.in ?></a></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.support.Things.stock ?></dt><dd><?cs var:Page.Thing.stock ?> <?cs var:Page.Thing.unit ?></dd></div>
<?cs if:Page.Thing.lent > #0 ?><div><dt><?cs var:Lang.support.Things.lent ?></dt><dd><?cs var:Page.Thing.lent ?> <?cs
var:Page.Thing.unit ?></dd></div>
<?cs /if ?><?cs if:Page.Thing.place ?><div><dt><?cs var:Lang.support.Things.place ?></dt><dd><?cs var:Page.Thing.place ?></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Loans) ?><h2><?cs var:Lang.support.Material.loans ?></h2>
<?cs each:l = Page.Loans ?><section>
<p><strong><?cs var:l.borrower ?></strong> <?cs var:l.open ?> <?cs var:Page.Thing.unit ?> <?cs var:Lang.support.Field.due_on ?> <?cs
var:on(l.due_on) ?> <b class="tag <?cs var:l.state ?>"><?cs var:Lang.support.LoanState[l.state] ?></b> <a class="button"
 href="/support/materials/<?cs var:Page.Thing.uid ?>/back/<?cs var:l.uid ?>"><?cs var:Lang.support.Material.back ?><span
 class="hidden"> <?cs var:l.borrower ?></span></a> <a class="button" href="/support/materials/<?cs
var:Page.Thing.uid ?>/loan/<?cs var:l.uid ?>"><?cs var:Lang.Layout.edit ?><span class="hidden"> <?cs var:l.borrower ?></span></a></p>
<?cs if:Page.Call.uid == l.uid ?><p><?cs var:Lang.Field.phone ?> <a href="tel:<?cs var:url_escape(Page.Call.phone) ?>"><?cs
var:Page.Call.phone ?></a></p>
<?cs elif:l.phone == #1 ?><form method="post" action="/support/materials/<?cs var:Page.Thing.uid ?>/call"><?cs
include!"token.cs" ?><input type="hidden" name="loan" value="<?cs var:l.uid ?>"><input type="hidden" name="purpose" value="<?cs
var:Lang.support.Material.call_purpose ?>"><button class="button" type="submit"><?cs
var:Lang.support.Material.call ?><span class="hidden"> <?cs var:l.borrower ?></span></button></form>
<?cs /if ?></section>
<?cs /each ?><?cs /if ?><h2><?cs var:Lang.support.Material.moves ?></h2>
<?cs if:subcount(Page.Moves) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Material.moves ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.Moves.no ?></th><th scope="col"><?cs var:Lang.support.Moves.happened_on ?></th><th
 scope="col"><?cs var:Lang.support.Moves.kind ?></th><th class="num" scope="col"><?cs var:Lang.support.Moves.quantity ?></th><th
 class="num" scope="col"><?cs var:Lang.support.Moves.stock_after ?></th><th scope="col"><?cs var:Lang.support.Moves.party ?></th><th
 scope="col"><?cs var:Lang.support.Moves.note ?></th><th scope="col"><?cs var:Lang.support.Moves.entered_by ?></th></tr></thead>
<tbody>
<?cs each:m = Page.Moves ?><tr><td><a href="/support/materials/<?cs
var:Page.Thing.uid ?>/row/<?cs var:m.no ?>"><?cs var:m.no ?></a></td><td><?cs var:short(m.happened_on) ?></td><td><?cs
var:Lang.State.material_direction[m.direction] ?> <?cs var:Lang.State.material_kind[m.kind] ?></td><td class="num"><?cs
if:m.direction == "out" ?>-<?cs /if ?><?cs var:m.quantity ?></td><td class="num"><?cs var:m.stock_after ?></td><td><?cs
var:m.party ?></td><td class="w"><?cs if:m.fund ?><a href="/support/funds/<?cs var:m.fund ?>"><?cs var:m.fund ?></a> <?cs /if ?><?cs
var:m.note ?></td><td><?cs var:m.entered_by ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.Material.moves_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
