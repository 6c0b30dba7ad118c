<?cs set:Title = Page.Fund.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:F.in = Page.Fund.direction == "in" ?>
<div class="bar">
<p class="crumb"><a href="/support/funds"><?cs var:Lang.support.Fund.ledger ?></a> › <?cs var:Page.Fund.no ?></p>
<h1><?cs var:Lang.State.fund_entry_direction[Page.Fund.direction] ?> <?cs var:Page.Fund.amount ?> <?cs var:Lang.support.Fund.yuan ?></h1>
<b class="tag <?cs var:Page.Fund.state ?>"><?cs var:Lang.State.fund_entry[Page.Fund.state] ?></b>
<?cs if:Page.Can.thanks ?><div class="acts"><a class="button" href="/support/funds/<?cs var:Page.Fund.no ?>/thanks"><?cs
var:Lang.support.Fund.thanks ?></a></div>
<?cs /if ?></div>
<?cs include!"refused.cs" ?><?cs if:Page.Fund.reason ?><p class="note bad"><?cs var:Lang.State.fund_entry[Page.Fund.state] ?><?cs
var:Lang.support.Fund.colon ?><?cs var:Page.Fund.reason ?><?cs if:Page.Fund.void_by ?> <?cs var:Page.Fund.void_by ?><?cs /if ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.support.FundLedger.source ?></dt><dd><?cs var:Page.Fund.source ?></dd></div>
<div><dt><?cs var:Lang.support.FundLedger.way ?></dt><dd><?cs var:Lang.State.fund_entry_way[Page.Fund.way] ?></dd></div>
<?cs if:Page.Fund.estimate ?><div><dt><?cs var:Lang.support.Field.estimate ?></dt><dd><?cs var:Page.Fund.estimate ?></dd></div>
<?cs /if ?><?cs if:Page.Fund.project_no ?><div><dt><?cs if:F.in ?><?cs var:Lang.support.Fund.for_project ?><?cs
else ?><?cs var:Lang.support.FundLedger.project ?><?cs /if ?></dt><dd><a href="/support/budgets/<?cs
var:Page.Fund.project_no ?>"><?cs var:Page.Fund.project ?></a></dd></div>
<?cs else ?><div><dt><?cs var:Lang.support.FundLedger.project ?></dt><dd><?cs var:Lang.support.Fund.free ?></dd></div>
<?cs /if ?><?cs if:Page.Fund.label ?><div><dt><?cs var:Lang.support.Field.line ?></dt><dd><?cs var:Page.Fund.label ?></dd></div>
<?cs /if ?><?cs if:Page.Fund.activity_no ?><div><dt><?cs var:Lang.support.Field.activity ?></dt><dd><a href="/activity/manage/<?cs
var:Page.Fund.activity_no ?>"><?cs var:Page.Fund.activity ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.support.FundLedger.purpose ?></dt><dd><?cs var:Page.Fund.purpose ?></dd></div>
<?cs if:Page.Fund.party ?><div><dt><?cs if:F.in ?><?cs var:Lang.support.Fund.party_in ?><?cs else ?><?cs
var:Lang.support.Fund.party_out ?><?cs /if ?></dt><dd><?cs var:Page.Fund.party ?><?cs
if:Page.Fund.party_no ?> <a href="/account/volunteers/<?cs
var:Page.Fund.party_no ?>"><?cs var:Page.Fund.party_no ?></a><?cs /if ?><?cs if:F.in ?> <?cs
if:Page.Fund.party_public == #1 ?><?cs var:Lang.support.Fund.named ?><?cs else ?><?cs var:Lang.support.Fund.unnamed ?><?cs /if ?><?cs
/if ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.support.Field.happened_on ?></dt><dd><?cs var:on(Page.Fund.happened_on) ?></dd></div>
<div><dt><?cs var:Lang.support.FundLedger.entered_by ?></dt><dd><?cs var:Page.Fund.entered_by ?> <?cs
var:at(Page.Fund.entered_at) ?></dd></div>
<?cs if:Page.Fund.approved_by ?><div><dt><?cs var:Lang.support.FundLedger.approved_by ?></dt><dd><?cs
var:Page.Fund.approved_by ?><?cs if:Page.Fund.decided_at ?> <?cs var:at(Page.Fund.decided_at) ?><?cs /if ?></dd></div>
<?cs /if ?><?cs if:Page.Fund.counter_of ?><div><dt><?cs var:Lang.support.Fund.counter_of ?></dt><dd><a href="/support/funds/<?cs
var:Page.Fund.counter_of ?>"><?cs var:Page.Fund.counter_of ?></a></dd></div>
<?cs /if ?><?cs if:Page.Fund.countered_by ?><div><dt><?cs var:Lang.support.Fund.countered_by ?></dt><dd><a href="/support/funds/<?cs
var:Page.Fund.countered_by ?>"><?cs var:Page.Fund.countered_by ?></a></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Papers) ?><h2><?cs var:Lang.support.Fund.papers ?></h2>
<ul class="rows">
<?cs each:p = Page.Papers ?><li><a class="go" href="/support/funds/<?cs var:Page.Fund.no ?>/paper/<?cs var:p.uid ?>"><?cs
var:Lang.support.Fund.paper_look ?></a><span><?cs var:at(p.added_at) ?> <?cs var:p.added_by ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Can.approve ?><h2><?cs var:Lang.support.Fund.decide ?></h2>
<?cs if:Page.Fund.paper ?><form method="post" action="/support/funds/<?cs var:Page.Fund.no ?>/approve"><?cs
include!"token.cs" ?><input type="hidden" name="paper" value="<?cs var:Page.Fund.paper ?>"><p class="acts"><button
 class="button go" type="submit"><?cs var:Lang.support.Fund.approve ?></button></p>
</form>
<?cs else ?><p><?cs var:Lang.support.Refused.no_paper ?></p>
<?cs /if ?><form class="form" method="post" action="/support/funds/<?cs var:Page.Fund.no ?>/refuse" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.support.Fund.refuse ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.withdraw ?><form method="post" action="/support/funds/<?cs var:Page.Fund.no ?>/withdraw"><?cs
include!"token.cs" ?><p class="acts"><button class="button" type="submit"><?cs var:Lang.support.Fund.withdraw ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.paper ?><h2><?cs if:Page.Fund.paper ?><?cs var:Lang.support.Fund.paper_more ?><?cs
else ?><?cs var:Lang.support.Fund.paper_put ?><?cs /if ?></h2>
<form class="form" method="post" enctype="multipart/form-data" action="/support/funds/<?cs
var:Page.Fund.no ?>/paper" novalidate><?cs include!"token.cs" ?>
<?cs call:file("file", "required", "image/jpeg,image/png,application/pdf") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.support.Fund.paper_put ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.public ?><h2><?cs var:Lang.support.Fund.public ?></h2>
<form method="post" action="/support/funds/<?cs var:Page.Fund.no ?>/public"><?cs include!"token.cs" ?><?cs
if:Page.Fund.party_public == #1 ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.support.Fund.public_off ?></button></p>
<?cs else ?><input type="hidden" name="party_public" value="1"><p class="acts"><button class="button" type="submit"><?cs
var:Lang.support.Fund.public_on ?></button></p>
<?cs /if ?></form>
<?cs /if ?><?cs if:Page.Can.forget ?><h2><?cs var:Lang.support.Fund.forget ?></h2>
<p><?cs var:Lang.support.Fund.forget_about ?></p>
<form method="post" action="/support/funds/<?cs var:Page.Fund.no ?>/forget"><?cs include!"token.cs" ?><?cs
call:check("confirm", Lang.support.Fund.forget_confirm) ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.support.Fund.forget ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.void ?><h2><?cs var:Lang.support.Fund.void ?></h2>
<p><?cs var:Lang.support.Fund.void_about ?></p>
<form class="form" method="post" action="/support/funds/<?cs var:Page.Fund.no ?>/void" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.support.Fund.void ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
