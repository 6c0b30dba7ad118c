<?cs set:Title = Lang.support.Material.stock ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.support.Material.stock ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/support/materials/ledger"><?cs var:Lang.support.Material.ledger ?></a>
<a class="button" href="/support/materials/loans?state=lent"><?cs var:Lang.support.Material.loans ?></a>
<a class="button go" href="/support/materials/new" data-key="n"><?cs var:Lang.support.Material.new ?></a></div>
</div>
<?cs if:Page.Overdue ?><p class="note bad"><?cs var:Lang.support.Material.overdue ?> <a href="/support/materials/loans?state=lent"><?cs
var:Page.Overdue ?> <?cs var:Lang.support.Fund.count ?></a></p>
<?cs /if ?><form class="filters" action="/support/materials"><?cs call:filter_text("q") ?><?cs
call:filter_select("durable", Lang.State.material_durable) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Things) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Material.stock ?></caption>
<thead><tr><?cs call:column("name", Lang.support.Things.name) ?><?cs call:column("durable", Lang.support.Things.durable) ?><?cs
call:column_num("stock", Lang.support.Things.stock) ?><?cs call:column_num("lent", Lang.support.Things.lent) ?><?cs
call:column("unit", Lang.support.Things.unit) ?><?cs call:column("place", Lang.support.Things.place) ?></tr></thead>
<tbody>
<?cs each:t = Page.Things ?><tr><td class="w"><a href="/support/materials/<?cs var:t.uid ?>"><?cs var:t.name ?></a></td><td><?cs
var:Lang.State.material_durable[t.durable] ?></td><td class="num"><?cs var:t.stock ?></td><td class="num"><?cs
if:t.lent > #0 ?><?cs var:t.lent ?><?cs /if ?></td><td><?cs var:t.unit ?></td><td><?cs var:t.place ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.Material.empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
