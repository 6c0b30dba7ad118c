<?cs set:Title = Lang.station.overview ?><?cs include!"staff_head.cs" ?><?cs include!"columns.cs" ?><?cs include!"aside.cs" ?>
<div class="bar">
<p class="crumb"><?cs var:Page.Region.full_name ?></p>
<h1><?cs var:Lang.station.overview ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<div class="tiles">
<div><p><?cs var:Lang.station.stations ?></p><strong><?cs var:Page.Totals.stations ?></strong><?cs
if:Page.Totals.points > #0 ?> <?cs var:Lang.station.points_in ?> <?cs var:Page.Totals.points ?><?cs /if ?></div>
<div><p><?cs var:Lang.station.volunteers ?></p><strong><?cs var:Page.Totals.volunteers ?></strong></div>
<div><p><?cs var:Lang.station.hours_this_year ?></p><strong><?cs var:Page.Totals.hours ?></strong></div>
</div>
<?cs if:subcount(Page.Stations) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.station.overview ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.station.overview ?></caption>
<thead><tr><?cs call:column("no", Lang.station.no) ?><?cs call:column("name", Lang.station.station) ?><?cs
call:column("region", Lang.Field.region) ?><?cs call:column_num("volunteers", Lang.station.volunteers) ?><?cs
call:column_num("rate", Lang.station.rate) ?><?cs call:column_num("hours", Lang.station.hours_this_year) ?><?cs
call:column_num("hours_each", Lang.station.hours_each) ?><?cs call:column_num("backfill_rate", Lang.station.backfill_rate) ?><?cs
call:column_num("projects", Lang.station.projects) ?><?cs call:column_num("overdue", Lang.station.overdue) ?></tr></thead>
<tbody>
<?cs each:s = Page.Stations ?><tr><td><?cs var:s.no ?></td><td class="w"><?cs var:s.name ?></td><td><?cs var:s.region ?></td>
<td class="num"><?cs if:s.small ?><?cs var:Lang.station.small ?> <?cs
var:Page.Aims.small ?><?cs else ?><?cs var:s.volunteers ?><?cs /if ?></td>
<td class="num"><?cs var:s.rate ?></td><td class="num"><?cs var:s.hours ?></td>
<td class="num"><?cs var:s.hours_each ?></td><td class="num"><?cs var:s.backfill_rate ?></td>
<td class="num"><?cs var:s.projects ?></td><td class="num"><?cs
if:s.overdue > #0 ?><b class="error"><?cs var:s.overdue ?></b><?cs else ?><?cs var:s.overdue ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<p class="hint"><?cs var:Lang.station.aim_registered ?> <?cs var:Page.Aims.registered ?>%<?cs
var:Lang.station.aim_hours ?> <?cs var:Page.Aims.hours ?> <?cs var:Lang.station.aim_small ?> <?cs
var:Page.Aims.small ?> <?cs var:Lang.station.aim_hidden ?></p>
<?cs else ?><p class="empty"><?cs var:Lang.station.overview_empty ?></p>
<?cs /if ?><?cs call:aside_table("") ?><?cs include!"staff_foot.cs" ?>
