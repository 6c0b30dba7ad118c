<?cs set:Title = Lang.station.late ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?><?cs
def:count(n) ?><td class="num"><?cs if:n > #0 ?><b class="error"><?cs var:n ?></b><?cs else ?><?cs var:n ?><?cs /if ?></td><?cs /def ?>
<div class="bar">
<h1><?cs var:Lang.station.late ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<p class="hint"><?cs var:Lang.station.late_about ?></p>
<form class="filters" action="/station/orders"><?cs call:filter_select("late", Lang.station.LateOnly) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Stations) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.late ?></caption>
<thead><tr><?cs call:column("no", Lang.station.no) ?><?cs call:column("name", Lang.station.station) ?><?cs
call:column("region", Lang.Field.region) ?><?cs call:column_num("unserved", Lang.station.Late.unserved) ?><?cs
call:column_num("late_verify", Lang.station.Late.late_verify) ?><?cs call:column_num("late_accept", Lang.station.Late.late_accept) ?><?cs
call:column_num("late_serve", Lang.station.Late.late_serve) ?><?cs call:column_num("escalated", Lang.station.Late.escalated) ?><?cs
call:column_num("cases", Lang.station.Late.cases) ?><?cs call:column_num("late_answer", Lang.station.Late.late_answer) ?><?cs
call:column_num("oldest_days", Lang.station.Late.oldest_days) ?></tr></thead>
<tbody>
<?cs each:s = Page.Stations ?><tr><td><?cs var:s.no ?></td><td class="w"><a href="/station/orders/<?cs var:s.no ?>"><?cs
var:s.name ?></a></td><td><?cs var:s.region ?></td><td class="num"><?cs var:s.unserved ?></td><?cs call:count(s.late_verify) ?><?cs
call:count(s.late_accept) ?><?cs call:count(s.late_serve) ?><?cs call:count(s.escalated) ?><td class="num"><?cs
var:s.cases ?></td><?cs call:count(s.late_answer) ?><td class="num"><?cs var:s.oldest_days ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.late_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
