<?cs set:Title = Lang.feedback.region ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?><?cs
def:count(n) ?><td class="num"><?cs if:n > #0 ?><b class="error"><?cs var:n ?></b><?cs else ?><?cs var:n ?><?cs /if ?></td><?cs /def ?>
<div class="bar">
<h1><?cs var:Lang.feedback.region ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<h2><?cs var:Lang.feedback.above ?></h2>
<?cs if:subcount(Page.Above) ?><ul class="rows">
<?cs each:c = Page.Above ?><li><a href="/station/feedback/desk/<?cs var:c.no ?>"><?cs var:c.no ?></a> <?cs
var:Lang.State.complaint_nature[c.nature] ?> <?cs var:Lang.State.complaint_kind[c.kind] ?> <?cs var:c.station ?> <?cs
var:Lang.feedback.due ?> <?cs var:on(c.due_on) ?><?cs if:c.late ?> <b class="tag overdue"><?cs
var:Lang.feedback.overdue ?></b><?cs /if ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.feedback.above_empty ?></p>
<?cs /if ?><p class="hint"><?cs var:Lang.feedback.region_about ?></p>
<form class="filters" action="/station/feedback/region"><?cs call:filter_select("late", Lang.station.HeardLate) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Stations) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.feedback.region ?></caption>
<thead><tr><?cs call:column("no", Lang.station.Heard.no) ?><?cs call:column("name", Lang.station.Heard.name) ?><?cs
call:column("region", Lang.station.Heard.region) ?><?cs call:column_num("waits", Lang.station.Heard.waits) ?><?cs
call:column_num("late", Lang.station.Heard.late) ?><?cs call:column_num("above", Lang.station.Heard.above) ?><?cs
call:column_num("complaints", Lang.station.Heard.complaints) ?><?cs call:column_num("upheld", Lang.station.Heard.upheld) ?><?cs
call:column_num("year", Lang.station.Heard.year) ?><th><?cs var:Lang.feedback.supervise ?></th></tr></thead>
<tbody>
<?cs each:s = Page.Stations ?><tr><td><?cs var:s.no ?></td><td class="w"><a href="/station/places/<?cs var:s.no ?>"><?cs
var:s.name ?></a></td><td><?cs var:s.region ?></td><td class="num"><?cs var:s.waits ?></td><?cs call:count(s.late) ?><td class="num"><?cs
var:s.above ?></td><td class="num"><?cs var:s.complaints ?></td><td class="num"><?cs var:s.upheld ?></td><td class="num"><?cs
var:s.year ?></td><td><a href="/station/places/<?cs var:s.no ?>/remarks"><?cs var:Lang.feedback.supervise ?></a></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.feedback.region_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
