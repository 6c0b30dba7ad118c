<?cs set:Title = Lang.station.year_report ?><?cs set:Section = "report" ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs include!"station/report_table.cs" ?><?cs include!"station/report_words.cs" ?>
<div class="bar">
<p class="crumb no-print"><a href="/station/reports"><?cs var:Lang.station.year_reports ?></a> › <?cs var:Page.Year ?></p>
<h1><?cs var:Page.Year ?><?cs var:Lang.station.year_report_of ?></h1>
<b class="tag no-print <?cs if:Page.Report.state ?><?cs var:Page.Report.state ?><?cs else ?>off<?cs /if ?>"><?cs
if:Page.Report.state ?><?cs var:Lang.State.year_report[Page.Report.state] ?><?cs else ?><?cs
var:Lang.State.year_report.none ?><?cs /if ?></b>
<div class="acts no-print"><?cs if:Page.Report.state == "published" ?><a class="button" href="/s/<?cs
var:Page.Station.no ?>/report/<?cs var:Page.Year ?>"><?cs var:Lang.station.report_public ?></a> <?cs
elif:Page.Report.state == "submitted" ?><a class="button go" href="/station/reports/<?cs var:Page.Year ?>/publish"><?cs
var:Lang.station.report_look ?></a> <?cs /if ?><button class="button js-only" type="button" data-print><?cs
var:Lang.Layout.print ?></button></div>
</div>
<p><?cs var:Page.Station.name ?></p>
<?cs if:Page.Report.return_reason ?><p class="note bad no-print"><?cs var:Lang.station.report_returned ?> <?cs
var:Page.Report.return_reason ?></p>
<?cs /if ?><?cs if:Page.Report.state == "published" || Page.Report.state == "submitted" ?><?cs call:report_notes() ?><?cs
call:report_words(Page.Words) ?><?cs else ?><form class="form no-print" method="post" action="/station/reports/<?cs
var:Page.Year ?>" novalidate><?cs include!"token.cs" ?><input type="hidden" name="was" value="<?cs var:Page.Was ?>"><?cs
each:part = Lang.station.ReportPart ?><?cs set:At.wide = #1 ?><?cs call:textarea(name(part), part, "6") ?><?cs /each ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.station.report_save ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.station.figures ?></h2>
<?cs if:Page.Report.state != "published" ?><p class="hint no-print"><?cs var:Lang.station.report_figures_about ?></p>
<?cs /if ?><?cs call:report_table(Page.Year, Lang.station.last_year, "") ?><h2><?cs var:Lang.station.report_categories ?></h2>
<?cs call:report_categories() ?><?cs if:Page.Report.state ?><dl class="facts no-print"><div><dt><?cs
var:Lang.station.report_written_by ?></dt><dd><?cs var:Page.Report.written_by ?> <?cs var:at(Page.Report.written_at) ?></dd></div><?cs
if:Page.Report.submitted_at ?><div><dt><?cs var:Lang.station.report_submitted_by ?></dt><dd><?cs var:Page.Report.submitted_by ?> <?cs
var:at(Page.Report.submitted_at) ?></dd></div><?cs /if ?><?cs if:Page.Report.published_at ?><div><dt><?cs
var:Lang.station.report_published_by ?></dt><dd><?cs var:Page.Report.published_by ?> <?cs
var:at(Page.Report.published_at) ?></dd></div><?cs /if ?></dl>
<?cs /if ?><?cs call:report_signs(Page.Today) ?><?cs
if:Page.Report.state == "draft" ?><form class="no-print" method="post" action="/station/reports/<?cs
var:Page.Year ?>/submit"><?cs include!"token.cs" ?><p class="hint"><?cs if:Page.Over ?><?cs var:Lang.station.report_submit_about ?><?cs
else ?><?cs var:Lang.station.report_year_runs ?><?cs /if ?></p><button class="button" type="submit"><?cs
var:Lang.station.report_submit ?></button></form>
<?cs elif:Page.Report.state == "submitted" ?><form class="form no-print" method="post" action="/station/reports/<?cs
var:Page.Year ?>/return" novalidate><?cs include!"token.cs" ?><?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.station.report_return ?></button></p></form>
<?cs elif:Page.Report.state == "published" ?><form class="form no-print" method="post" action="/station/reports/<?cs
var:Page.Year ?>/note" novalidate><?cs include!"token.cs" ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>"><?cs
set:At.wide = #1 ?><?cs call:text_as("words", "required", Lang.station.report_note, Lang.station.report_note_about) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.station.report_note_add ?></button></p></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
