<?cs set:Title = Lang.support.Fund.queue ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.support.Fund.queue ?></h1>
</div>
<?cs if:subcount(Page.Waiting) ?><h2><?cs var:Lang.support.Fund.queue_out ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Fund.queue_out ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.FundLedger.no ?></th><th scope="col"><?cs
var:Lang.support.FundLedger.happened_on ?></th><th scope="col"><?cs var:Lang.support.FundLedger.purpose ?></th><th scope="col"><?cs
var:Lang.support.Fund.party_out ?></th><th scope="col"><?cs var:Lang.support.FundLedger.project ?></th><th class="num" scope="col"><?cs
var:Lang.support.FundLedger.fen ?></th><th scope="col"><?cs var:Lang.support.FundLedger.entered_by ?></th><th scope="col"><?cs
var:Lang.support.Fund.paper ?></th></tr></thead>
<tbody>
<?cs each:f = Page.Waiting ?><tr><td><a href="/support/funds/<?cs var:f.no ?>"><?cs var:f.no ?></a></td><td><?cs
var:short(f.happened_on) ?></td><td class="w"><?cs var:f.purpose ?></td><td><?cs var:f.party ?></td><td><?cs var:f.project ?> <?cs
var:f.label ?></td><td class="num"><?cs var:f.amount ?></td><td><?cs var:f.entered_by ?><?cs if:f.own == #1 ?> <?cs
var:Lang.support.Fund.yourself ?><?cs /if ?></td><td><?cs if:f.paper == #1 ?><?cs var:Lang.support.Fund.there ?><?cs
else ?><b class="tag bad"><?cs var:Lang.support.Fund.missing ?></b><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs if:subcount(Page.Changes) ?><h2><?cs var:Lang.support.Fund.queue_budget ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Fund.queue_budget ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.FundLedger.project ?></th><th scope="col"><?cs
var:Lang.support.Field.label ?></th><th class="num" scope="col"><?cs var:Lang.support.Fund.was ?></th><th class="num" scope="col"><?cs
var:Lang.support.Fund.becomes ?></th><th scope="col"><?cs var:Lang.support.Field.reason ?></th><th scope="col"><?cs
var:Lang.support.Fund.asked_by ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Changes ?><tr><td><a href="/support/budgets/<?cs var:c.project_no ?>"><?cs var:c.project ?></a></td><td><?cs
var:c.label ?></td><td class="num"><?cs var:c.was ?></td><td class="num"><?cs var:c.becomes ?></td><td class="w"><?cs
var:c.reason ?></td><td><?cs var:c.asked_by ?> <?cs var:at(c.asked_at) ?><?cs if:c.own == #1 ?> <?cs
var:Lang.support.Fund.yourself ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs if:!subcount(Page.Waiting) && !subcount(Page.Changes) ?><p class="empty"><?cs var:Lang.support.Fund.queue_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
