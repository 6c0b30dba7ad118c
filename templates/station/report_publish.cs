<?cs set:Title = Lang.station.report_look ?><?cs set:Section = "report" ?><?cs include!"staff_head.cs" ?><?cs
include!"station/report_table.cs" ?><?cs include!"station/report_words.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/reports"><?cs var:Lang.station.year_reports ?></a> › <a href="/station/reports/<?cs
var:Page.Year ?>"><?cs var:Page.Year ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Page.Year ?><?cs var:Lang.station.year_report_of ?></h1>
</div>
<p class="note wait"><?cs var:Lang.station.report_publish_about ?></p>
<?cs call:report_words(Page.Words) ?><h2><?cs var:Lang.station.figures ?></h2>
<?cs call:report_table(Page.Year, Lang.station.last_year, "") ?><h2><?cs var:Lang.station.report_categories ?></h2>
<?cs call:report_categories() ?><dl class="facts"><div><dt><?cs var:Lang.station.report_written_by ?></dt><dd><?cs
var:Page.Report.written_by ?></dd></div><div><dt><?cs var:Lang.station.report_submitted_by ?></dt><dd><?cs
var:Page.Report.submitted_by ?> <?cs var:at(Page.Report.submitted_at) ?></dd></div></dl>
<form method="post" action="/station/reports/<?cs var:Page.Year ?>/publish"><?cs include!"token.cs" ?><input type="hidden" name="was"
value="<?cs var:Page.Was ?>"><p class="acts"><button class="button go" type="submit"><?cs
var:Lang.station.report_publish ?></button> <a class="button" href="/station/reports/<?cs var:Page.Year ?>"><?cs
var:Lang.station.report_not_yet ?></a></p></form>
<?cs include!"staff_foot.cs" ?>
