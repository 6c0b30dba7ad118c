<?cs set:Title = Lang.order.pairings ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.order.pairings ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?><a class="button go" href="/order/pairing/new"><?cs
var:Lang.order.pairing_new ?></a></div>
</div>
<?cs if:Page.Care.kind ?><p class="note wait"><b><?cs var:Lang.order.Care[Page.Care.kind] ?> <?cs var:Page.Care.name ?></b> <?cs
var:Lang.order.care_today ?></p>
<?cs /if ?><form class="filters" action="/order/pairing"><?cs call:filter_text("q") ?><?cs
call:filter_select("state", Lang.State.pairing) ?><?cs call:filter_day("before", Lang.order.Field.before) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Pairings) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.order.pairings ?></caption>
<thead><tr><?cs call:column("no", Lang.pairing.Ledger.no) ?><?cs call:column("household_no", Lang.pairing.Ledger.household_no) ?><?cs
call:column("volunteer", Lang.pairing.Ledger.volunteer) ?><?cs call:column("helper", Lang.pairing.Ledger.helper) ?><?cs
call:column("lead", Lang.pairing.Ledger.lead) ?><?cs call:column_num("every_days", Lang.pairing.Ledger.every_days) ?><?cs
call:column_num("visits", Lang.pairing.Ledger.visits) ?><?cs call:column("last_on", Lang.pairing.Ledger.last_on) ?><?cs
call:column("due", Lang.pairing.Ledger.next_due) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:p = Page.Pairings ?><tr><td><a href="/order/pairing/<?cs var:p.no ?>"><?cs var:p.no ?></a></td><td><?cs
var:p.household_no ?></td><td><?cs var:p.volunteer ?></td><td><?cs var:p.helper ?></td><td><?cs var:p.lead ?></td><td class="num"><?cs
var:p.every_days ?></td><td class="num"><?cs var:p.visits ?></td><td><?cs if:p.last_on ?><?cs var:short(p.last_on) ?><?cs
/if ?></td><td><?cs if:p.next_due ?><?cs var:short(p.next_due) ?><?cs /if ?><?cs if:p.overdue ?> <b class="tag overdue"><?cs
var:Lang.order.overdue ?></b><?cs /if ?></td><td><b class="tag <?cs var:p.state ?>"><?cs var:Lang.State.pairing[p.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.order.pairings_empty ?></p>
<?cs /if ?><?cs include!"order/months.cs" ?><h2><?cs var:Lang.order.care_mark ?></h2>
<form class="form" method="post" action="/order/pairing/care" novalidate><?cs include!"token.cs" ?>
<?cs call:day("day", "required") ?><?cs call:radios("kind", "required", Lang.State.care_day_kind) ?><p class="acts"><button class="button"
 type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
