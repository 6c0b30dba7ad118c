<?cs set:Title = Page.Station.name + " " + Page.Year + Lang.station.year_report_of ?><?cs include!"public_head.cs" ?><?cs
include!"station/report_words.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Page.Year ?><?cs var:Lang.station.year_report_of ?></h1>
<p class="soft"><?cs var:Page.Station.name ?></p>
<p class="soft"><?cs var:Lang.station.report_published_at ?> <?cs
var:on(Page.Report.published_on) ?></p>
<?cs call:report_notes() ?><?cs call:report_words(Page.Report) ?><?cs set:Group = "" ?><?cs
each:f = Page.Figures ?><?cs if:f.group != Group ?><?cs if:string.length(Group) ?></dl>
<?cs /if ?><?cs set:Group = f.group ?><h2><?cs var:Lang.station.FigureGroup[f.group] ?></h2>
<dl class="facts card"><?cs /if ?><div><dt><?cs var:Lang.station.Figure[f.name] ?></dt><dd><?cs if:f.few ?><?cs
var:Lang.station.small ?> <?cs var:f.few ?><?cs elif:string.length(f.now) ?><?cs var:f.now ?><?cs else ?>—<?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs if:subcount(Page.Categories) ?><h2><?cs var:Lang.station.report_categories ?></h2>
<dl class="facts card"><?cs each:c = Page.Categories ?><div><dt><?cs var:c.category_name ?></dt><dd><?cs var:c.hours ?></dd></div>
<?cs /each ?></dl>
<?cs /if ?><p class="soft"><?cs var:Lang.station.report_public_about ?></p>
<?cs include!"public_foot.cs" ?>
