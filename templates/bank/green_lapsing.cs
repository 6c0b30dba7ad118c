<?cs set:Title = Lang.bank.lapsing ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/green"><?cs var:Lang.bank.greens ?></a> › <?cs var:Lang.bank.lapsing ?></p>
<h1><?cs var:Lang.bank.lapsing ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<p><?cs var:Lang.bank.lapsing_about ?> <?cs var:Page.Year ?> <?cs var:Lang.bank.lapsing_end ?></p>
<?cs if:subcount(Page.Lapsing) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.lapsing ?></caption>
<thead><tr><?cs call:column("no", Lang.bank.Greens.no) ?><?cs call:column_num("points", Lang.bank.Greens.points) ?><?cs
call:column("household", Lang.bank.Greens.household) ?></tr></thead>
<tbody>
<?cs each:a = Page.Lapsing ?><tr><td><a href="/bank/green/a/<?cs var:a.no ?>"><?cs var:a.no ?></a></td><td class="num"><?cs
var:a.points ?></td><td><?cs var:a.household ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.lapsing_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
