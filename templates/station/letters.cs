<?cs set:Title = Lang.feedback.desk ?><?cs set:Section = "publicity" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.feedback.desk ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<p class="hint"><?cs var:Lang.feedback.desk_about ?></p>
<form class="filters" action="/station/feedback/desk"><?cs call:filter_select("nature", Lang.State.complaint_nature) ?><?cs
call:filter_select("state", Lang.State.complaint) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Letters) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.feedback.desk ?></caption>
<thead><tr><?cs call:column("no", Lang.station.Letters.no) ?><?cs call:column("day", Lang.station.Letters.day) ?><?cs
call:column("nature", Lang.station.Letters.nature) ?><?cs call:column("kind", Lang.station.Letters.kind) ?><?cs
call:column("due_on", Lang.station.Letters.due_on) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:c = Page.Letters ?><tr><td><a href="/station/feedback/desk/<?cs var:c.no ?>"><?cs var:c.no ?></a></td><td><?cs
var:short(c.day) ?></td><td><?cs var:Lang.State.complaint_nature[c.nature] ?></td><td><?cs
var:Lang.State.complaint_kind[c.kind] ?></td><td><?cs var:short(c.due_on) ?><?cs if:c.late ?> <b class="tag overdue"><?cs
var:Lang.feedback.overdue ?></b><?cs /if ?></td><td><b class="tag complaint <?cs var:c.state ?>"><?cs
var:Lang.State.complaint[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.feedback.desk_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
