<?cs set:Title = Lang.station.year_reports ?><?cs include!"staff_head.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.year_reports ?> <?cs var:Page.Year ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><a class="button" href="/station/reports/stations?year=<?cs
var:Page.Before ?>"><?cs var:Page.Before ?></a><?cs if:Page.After ?> <a class="button" href="/station/reports/stations?year=<?cs
var:Page.After ?>"><?cs var:Page.After ?></a><?cs /if ?><?cs include!"list_acts.cs" ?></div>
</div>
<p><?cs var:Lang.station.reports_published ?> <b class="n"><?cs if:Page.Count.published ?><?cs var:Page.Count.published ?><?cs
else ?>0<?cs /if ?></b> / <?cs var:Page.Count.stations ?></p>
<?cs if:subcount(Page.Stations) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.year_reports ?></caption>
<thead><tr><?cs call:column("no", Lang.station.no) ?><?cs call:column("name", Lang.station.station) ?><?cs
call:column("region", Lang.Field.region) ?><?cs call:column("state", Lang.Layout.state) ?><?cs
call:column("published_on", Lang.station.report_published_at) ?></tr></thead>
<tbody>
<?cs each:s = Page.Stations ?><tr><td><?cs var:s.no ?></td><td class="w"><?cs if:s.state == "published" ?><a href="/s/<?cs
var:s.no ?>/report/<?cs var:Page.Year ?>"><?cs var:s.name ?></a><?cs else ?><a href="/station/places/<?cs
var:s.no ?>"><?cs var:s.name ?></a><?cs /if ?></td><td><?cs var:s.region ?></td><td><b class="tag <?cs if:s.state == "none" ?>off<?cs
else ?><?cs var:s.state ?><?cs /if ?>"><?cs var:Lang.State.year_report[s.state] ?></b></td><td><?cs
if:s.published_on ?><?cs var:on(s.published_on) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.overview_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
