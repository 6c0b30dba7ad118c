<?cs set:Title = Lang.support.Fund.ledger ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.support.Fund.ledger ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/support/funds/out"><?cs var:Lang.support.Fund.out ?></a>
<a class="button go" href="/support/funds/in" data-key="n"><?cs var:Lang.support.Fund.in ?></a></div>
</div>
<p><?cs var:Page.Sum.year ?><?cs var:Lang.support.Fund.of_year ?><?cs var:Lang.support.Fund.money_in ?> <b class="n"><?cs
var:Page.Sum.money_in ?></b><?cs var:Lang.support.Fund.comma ?><?cs var:Lang.support.Fund.goods_in ?> <b class="n"><?cs
var:Page.Sum.goods_in ?></b><?cs var:Lang.support.Fund.comma ?><?cs var:Lang.support.Fund.money_out ?> <b class="n"><?cs
var:Page.Sum.money_out ?></b><?cs var:Lang.support.Fund.stop ?><?cs var:Lang.support.Fund.left_now ?> <b class="n"><?cs
var:Page.Sum.left ?></b> <?cs var:Lang.support.Fund.yuan ?></p>
<form class="filters" action="/support/funds"><?cs call:filter_text("q") ?><?cs
call:filter_select("direction", Lang.State.fund_entry_direction) ?><?cs call:filter_select("source", Page.Sources) ?><?cs
call:filter_select("way", Lang.State.fund_entry_way) ?><?cs call:filter_select("project", Page.Projects) ?><?cs
call:filter_select("state", Lang.State.fund_entry) ?><?cs call:filter_day("from", Lang.support.Field.happened_on) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Funds) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.Fund.ledger ?></caption>
<thead><tr><?cs call:column("no", Lang.support.FundLedger.no) ?><?cs call:column("happened_on", Lang.support.FundLedger.happened_on) ?><?cs
call:column("direction", Lang.support.FundLedger.direction) ?><?cs call:column("source", Lang.support.FundLedger.source) ?><?cs
call:column("way", Lang.support.FundLedger.way) ?><?cs call:column("purpose", Lang.support.FundLedger.purpose) ?><?cs
call:column("party", Lang.support.FundLedger.party) ?><?cs call:column("project", Lang.support.FundLedger.project) ?><?cs
call:column_num("amount", Lang.support.FundLedger.fen) ?><?cs call:column("entered_by", Lang.support.FundLedger.entered_by) ?><?cs
call:column("approved_by", Lang.support.FundLedger.approved_by) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:f = Page.Funds ?><tr><td><a href="/support/funds/<?cs var:f.no ?>"><?cs var:f.no ?></a></td><td><?cs
var:short(f.happened_on) ?></td><td><?cs var:Lang.State.fund_entry_direction[f.direction] ?></td><td><?cs var:f.source_name ?></td><td><?cs
var:Lang.State.fund_entry_way[f.way] ?></td><td class="w"><?cs var:f.purpose ?></td><td><?cs var:f.party ?></td><td><?cs
var:f.project ?></td><td class="num"><?cs var:f.amount ?></td><td><?cs var:f.entered_by ?></td><td><?cs var:f.approved_by ?></td><td><b
 class="tag <?cs var:f.state ?>"><?cs var:Lang.State.fund_entry[f.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.Fund.empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
