<?cs set:Title = Lang.platform.Move.list ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer"><?cs var:Lang.platform.Transfer.title ?></a> › <?cs var:Lang.platform.Move.list ?></p>
<h1><?cs var:Lang.platform.Move.list ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/platform/transfer/move" data-key="n"><?cs var:Lang.platform.Move.new ?></a></div>
</div>
<form class="filters" action="/platform/transfer/moves">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.platform.Move.asked) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.station_move) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Moves) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.Move.title ?></caption>
<thead><tr><?cs call:column("no", Lang.platform.Move.no) ?><?cs call:column("asked", Lang.platform.Move.asked) ?><?cs
call:column("direction", Lang.platform.Transfer.direction) ?><?cs call:column("person", Lang.platform.person) ?><?cs
call:column("from_station", Lang.platform.Move.from) ?><?cs call:column("to_station", Lang.platform.Move.to) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:m = Page.Moves ?><tr><td><a href="/platform/transfer/move/<?cs var:m.no ?>"><?cs var:m.no ?></a></td><td><?cs
var:short(m.asked) ?></td><td><?cs var:Lang.State.transfer_direction[m.direction] ?></td><td><?cs var:m.person ?></td><td><?cs
var:m.from_station ?></td><td class="w"><?cs var:m.to_station ?></td>
<td><b class="tag station_move <?cs var:m.state ?>"><?cs
var:Lang.State.station_move[m.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.Move.empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
