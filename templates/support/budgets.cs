<?cs set:Title = Lang.support.Fund.budgets ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.support.Fund.budgets ?></h1>
</div>
<?cs if:subcount(Page.Projects) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Fund.budgets ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.FundLedger.project ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th><th class="num" scope="col"><?cs var:Lang.support.Fund.plan ?></th><th class="num" scope="col"><?cs
var:Lang.support.Fund.planned ?></th><th class="num" scope="col"><?cs var:Lang.support.Fund.came ?></th><th class="num" scope="col"><?cs
var:Lang.support.Fund.spent ?></th></tr></thead>
<tbody>
<?cs each:p = Page.Projects ?><tr><td class="w"><a href="/support/budgets/<?cs var:p.no ?>"><?cs var:p.title ?></a></td><td><b
 class="tag <?cs var:p.state ?>"><?cs var:Lang.State.project[p.state] ?></b></td><td class="num"><?cs var:p.plan ?></td><td
 class="num"><?cs var:p.planned ?></td><td class="num"><?cs var:p.came ?></td><td class="num"><?cs var:p.spent ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.Fund.budgets_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
