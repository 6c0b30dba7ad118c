<?cs set:Title = Lang.support.Fund.budget ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/budgets"><?cs var:Lang.support.Fund.budgets ?></a> › <?cs var:Page.Budget.title ?></p>
<h1><?cs var:Page.Budget.title ?> <?cs var:Lang.support.Fund.budget ?></h1>
<b class="tag <?cs var:Page.Budget.state ?>"><?cs var:Lang.State.project[Page.Budget.state] ?></b>
<div class="acts"><a class="button" href="/support/funds?project=<?cs var:Page.Budget.no ?>"><?cs var:Lang.support.Fund.entries ?></a></div>
</div>
<?cs include!"refused.cs" ?><dl class="facts">
<div><dt><?cs var:Lang.support.Fund.plan ?></dt><dd><?cs var:Page.Budget.plan ?></dd></div>
<div><dt><?cs var:Lang.support.Fund.planned ?></dt><dd><?cs var:Page.Budget.planned ?><?cs if:Page.Budget.above == #1 ?> <b
 class="tag bad"><?cs var:Lang.support.Fund.above ?></b><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.support.Fund.spent ?></dt><dd><?cs var:Page.Budget.spent ?></dd></div>
<?cs each:u = Page.Purses ?><div><dt><?cs var:Lang.support.Fund.came ?> <?cs var:u.source ?></dt><dd><?cs var:u.came ?> <?cs
var:Lang.support.Fund.remains ?> <?cs var:u.remains ?></dd></div>
<?cs /each ?></dl>
<h2><?cs var:Lang.support.Fund.lines ?></h2>
<?cs if:subcount(Page.Lines) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.support.Fund.lines ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Fund.lines ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.Field.label ?></th><th class="num" scope="col"><?cs
var:Lang.support.Fund.planned ?></th><th class="num" scope="col"><?cs var:Lang.support.Fund.spent ?></th><th class="num" scope="col"><?cs
var:Lang.support.Fund.remains ?></th></tr></thead>
<tbody>
<?cs each:b = Page.Lines ?><tr><td class="w"><?cs var:b.label ?></td><td class="num"><?cs var:b.planned ?></td><td class="num"><?cs
var:b.spent ?></td><td class="num"><?cs var:b.remains ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.Fund.lines_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Changes) ?><h2><?cs var:Lang.support.Fund.changes ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.support.Fund.changes ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Fund.changes ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.Field.label ?></th><th class="num" scope="col"><?cs
var:Lang.support.Fund.was ?></th><th class="num" scope="col"><?cs var:Lang.support.Fund.becomes ?></th><th scope="col"><?cs
var:Lang.support.Field.reason ?></th><th scope="col"><?cs var:Lang.support.Fund.asked_by ?></th><th scope="col"><?cs
var:Lang.support.FundLedger.approved_by ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Changes ?><tr><td><?cs var:c.label ?></td><td class="num"><?cs var:c.was ?></td><td class="num"><?cs
var:c.becomes ?></td><td class="w"><?cs var:c.reason ?></td><td><?cs var:c.asked_by ?> <?cs var:at(c.asked_at) ?></td><td><?cs
if:c.decided_by ?><?cs var:c.decided_by ?> <?cs var:at(c.decided_at) ?><?cs /if ?></td><td><b class="tag <?cs
var:c.state ?>"><?cs var:Lang.State.fund_line_change[c.state] ?></b><?cs if:c.answer ?> <?cs var:c.answer ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs each:c = Page.Changes ?><?cs if:c.state == "asked" && Page.Can.decide && c.own != #1 ?><section>
<h2><?cs var:Lang.support.Fund.decide ?> <?cs var:c.label ?> <?cs var:c.becomes ?></h2>
<form method="post" action="/support/budgets/<?cs var:Page.Budget.no ?>/<?cs var:c.uid ?>/approve"><?cs
include!"token.cs" ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.support.Fund.approve ?></button></p>
</form>
<form class="form" method="post" action="/support/budgets/<?cs var:Page.Budget.no ?>/<?cs var:c.uid ?>/refuse" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("answer", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.support.Fund.refuse ?></button></p>
</form>
</section>
<?cs /if ?><?cs /each ?><?cs /if ?><h2><?cs var:Lang.support.Fund.ask ?></h2>
<p><?cs var:Lang.support.Fund.ask_about ?></p>
<form class="form" method="post" action="/support/budgets/<?cs var:Page.Budget.no ?>/ask" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>">
<?cs call:text("label", "required") ?><?cs call:text_short_as("amount_yuan", "required", Lang.support.Fund.becomes, "") ?><?cs
set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.support.Fund.hand_in ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
