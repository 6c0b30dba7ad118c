<?cs set:Title = Lang.platform.Transfer.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.platform.Transfer.title ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/platform/transfer/move"><?cs var:Lang.platform.Move.new ?></a>
<a class="button" href="/platform/transfer/csv"><?cs var:Lang.platform.Transfer.csv ?></a>
<a class="button" href="/platform/transfer/out"><?cs var:Lang.platform.Transfer.out ?></a>
<a class="button go" href="/platform/transfer/in" data-key="n"><?cs var:Lang.platform.Transfer.in ?></a></div>
</div>
<p><?cs var:Lang.platform.Transfer.lead ?></p>
<ul class="chips">
<li><a href="/platform/transfer/moves"><?cs var:Lang.platform.Move.list ?></a></li>
<li><a href="/platform/transfer/keys"><?cs var:Lang.platform.Transfer.keys ?></a></li>
</ul>
<?cs if:subcount(Page.Moves) ?><h2><?cs var:Lang.platform.Move.open ?></h2>
<ul class="rows">
<?cs each:m = Page.Moves ?><li><a href="/platform/transfer/move/<?cs var:m.no ?>"><?cs var:m.no ?></a> <span><?cs
var:Lang.State.transfer_direction[m.direction] ?></span> <span><?cs var:m.person ?></span> <span><?cs
var:m.from_station ?> → <?cs var:m.to_station ?></span> <span><?cs var:on(m.asked) ?></span>
<b class="tag wait end"><?cs var:Lang.State.station_move[m.state] ?></b></li>
<?cs /each ?></ul>
<h2><?cs var:Lang.platform.Transfer.list ?></h2>
<?cs /if ?><form class="filters" action="/platform/transfer">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.platform.Transfer.at) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("direction", Lang.State.transfer_direction) ?><?cs call:filter_select("state", Lang.State.transfer) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Transfers) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.Transfer.list ?></caption>
<thead><tr><?cs call:column("no", Lang.platform.Transfer.no) ?><?cs call:column("at", Lang.platform.Transfer.at) ?><?cs
call:column("direction", Lang.platform.Transfer.direction) ?><?cs call:column("person", Lang.platform.person) ?><?cs
call:column("other", Lang.platform.Transfer.other) ?><?cs call:column_num("records", Lang.platform.Transfer.records) ?><?cs
call:column_num("minutes", Lang.platform.Transfer.hours) ?><?cs call:column_num("counted", Lang.platform.Transfer.counted) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:t = Page.Transfers ?><tr><td><a href="/platform/transfer/<?cs var:t.no ?>"><?cs var:t.no ?></a></td><td><?cs
var:short(t.at) ?></td><td><?cs var:Lang.State.transfer_direction[t.direction] ?></td><td><?cs var:t.person ?></td><td class="w"><?cs
var:t.other ?></td><td class="num"><?cs var:t.records ?></td><td class="num"><?cs var:t.hours ?></td><td class="num"><?cs
if:t.direction == "in" ?><?cs var:t.counted_hours ?><?cs /if ?></td>
<td><b class="tag <?cs var:t.state ?>"><?cs var:Lang.State.transfer[t.state] ?></b><?cs
if:t.changed > #0 ?> <b class="tag wait"><?cs var:Lang.platform.Transfer.changed ?></b><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.Transfer.empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
