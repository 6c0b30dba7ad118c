<?cs set:Title = Lang.station.month_table ?><?cs set:Section = "report" ?><?cs
set:Paper = "report" ?><?cs include!"staff_head.cs" ?><?cs include!"chart.cs" ?><?cs
include!"station/report_table.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.month_table ?> <?cs var:Page.Month ?></h1>
<div class="acts no-print"><a class="button" href="/station/month?month=<?cs var:Page.Before ?>"><?cs var:Lang.station.month_back ?></a><?cs
if:Page.After ?> <a class="button" href="/station/month?month=<?cs var:Page.After ?>"><?cs var:Lang.station.month_on ?></a><?cs /if ?>
<a class="button" href="/station/month?month=<?cs var:Page.Month ?>&amp;as=xlsx"><?cs var:Lang.Frame.export_xlsx ?></a>
<a class="button" href="/station/reports"><?cs var:Lang.station.year_reports ?></a>
<button class="button go js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<form class="filters" action="/station/month"><label for="f-month"><?cs var:Lang.station.trend_month ?></label> <select id="f-month"
name="month"><?cs each:m = Page.Months ?><option<?cs if:m.on ?> selected<?cs /if ?>><?cs
var:m.month ?></option><?cs /each ?></select> <button class="button" type="submit"><?cs var:Lang.station.month_look ?></button></form>
<p><?cs var:Page.Station.name ?></p>
<?cs call:report_table(Page.Month, Page.Before, Page.Last) ?><h2><?cs var:Lang.station.report_categories ?></h2>
<?cs call:report_categories() ?><?cs call:chart(Page.Chart) ?><p class="hint"><?cs var:Lang.station.month_about ?></p>
<?cs call:report_signs(Page.Today) ?><?cs include!"staff_foot.cs" ?>
