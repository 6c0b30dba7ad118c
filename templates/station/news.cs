<?cs set:Title = Page.News.title ?><?cs set:Share = Page.News.share ?><?cs include!"public_head.cs" ?><?cs include!"station/parts.cs" ?>
<div class="board">
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<p class="print-only board-head"><b><?cs var:Page.Station.name ?></b></p>
<h1><?cs var:Page.News.title ?></h1>
<p class="soft"><?cs var:Lang.station.NewsKind[Page.News.kind] ?> <?cs var:on(Page.News.day) ?></p>
<section class="card article"><p class="text"><?cs var:Page.News.body ?></p>
<?cs call:parts("/s/" + Page.Station.no + "/p/") ?></section>
<?cs if:Page.Station.phone ?><p class="print-only"><?cs var:Lang.Field.phone ?> <b><?cs var:Page.Station.phone ?></b></p>
<?cs /if ?></div>
<p class="acts js-only"><button class="button quiet" type="button" data-print><?cs var:Lang.Layout.print ?></button></p>
<p class="no-print"><a class="go" href="/s/<?cs var:Page.Station.no ?>/news"><?cs var:Lang.news.column_all ?></a></p>
<?cs include!"public_foot.cs" ?>
