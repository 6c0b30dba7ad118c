<?cs set:Title = Lang.station.audit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.audit ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/station/audit">
<?cs call:filter_day("from", Lang.station.at) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("actor", Lang.station.Actor) ?><?cs call:filter_text("action") ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Rows) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.station.audit ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.station.audit ?></caption>
<thead><tr><?cs call:column("at", Lang.station.at) ?><?cs call:column("staff", Lang.station.who) ?><?cs
call:column("action", Lang.station.action) ?><?cs call:column("detail", Lang.station.detail) ?><?cs
call:column("request", Lang.station.request) ?></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr><td><?cs var:at(r.at) ?></td><td><?cs
if:r.staff ?><?cs var:r.staff ?><?cs else ?><?cs var:Lang.station.Actor[r.actor_kind] ?><?cs /if ?></td>
<td><?cs var:r.action ?></td><td class="w"><?cs var:r.detail ?></td><td><small><?cs var:r.request ?></small></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.audit_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
