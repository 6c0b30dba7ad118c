<?cs set:Title = Lang.support.Material.loans ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/materials"><?cs var:Lang.support.Material.stock ?></a> › <?cs var:Lang.support.Material.loans ?></p>
<h1><?cs var:Lang.support.Material.loans ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<?cs if:Page.Overdue ?><p class="note bad"><?cs var:Lang.support.Material.overdue ?> <?cs var:Page.Overdue ?> <?cs
var:Lang.support.Fund.count ?></p>
<?cs /if ?><form class="filters" action="/support/materials/loans"><?cs call:filter_select("state", Lang.State.material_loan) ?><?cs
call:filter_day("to", Lang.support.Field.due_on) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Loans) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Material.loans ?></caption>
<thead><tr><?cs call:column("name", Lang.support.Loans.name) ?><?cs call:column("borrower", Lang.support.Loans.borrower) ?><?cs
call:column_num("quantity", Lang.support.Loans.quantity) ?><?cs call:column_num("open", Lang.support.Loans.open) ?><?cs
call:column("unit", Lang.support.Loans.unit) ?><?cs call:column("lent_on", Lang.support.Loans.lent_on) ?><?cs
call:column("due_on", Lang.support.Loans.due_on) ?><?cs call:column("lent_by", Lang.support.Loans.lent_by) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:l = Page.Loans ?><tr><td class="w"><a href="/support/materials/<?cs var:l.thing ?>"><?cs var:l.name ?></a></td><td><?cs
var:l.borrower ?></td><td class="num"><?cs var:l.quantity ?></td><td class="num"><?cs var:l.open ?></td><td><?cs var:l.unit ?></td><td><?cs
var:short(l.lent_on) ?></td><td><?cs var:on(l.due_on) ?></td><td><?cs var:l.lent_by ?></td><td><b class="tag <?cs var:l.state ?>"><?cs
var:Lang.support.LoanState[l.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.Material.loans_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
