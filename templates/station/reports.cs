<?cs set:Title = Lang.station.year_reports ?><?cs set:Section = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.year_reports ?></h1>
</div>
<p><?cs var:Lang.station.year_reports_about ?></p>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.year_reports ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.station.report_year ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><th scope="col"><?cs
var:Lang.station.report_written_at ?></th><th scope="col"><?cs var:Lang.station.report_published_at ?></th></tr></thead>
<tbody>
<?cs each:y = Page.Years ?><tr><td><a href="/station/reports/<?cs var:y.year ?>"><?cs var:y.year ?></a></td><td><?cs
if:y.state ?><b class="tag <?cs var:y.state ?>"><?cs var:Lang.State.year_report[y.state] ?></b><?cs else ?><b class="tag off"><?cs
var:Lang.State.year_report.none ?></b><?cs /if ?></td><td><?cs if:y.written_at ?><?cs var:at(y.written_at) ?><?cs /if ?></td><td><?cs
if:y.published_at ?><?cs var:at(y.published_at) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs include!"staff_foot.cs" ?>
