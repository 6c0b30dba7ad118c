<?cs set:Title = Page.News.title ?><?cs set:Share = Page.News.share ?><?cs include!"public_head.cs" ?><?cs include!"station/parts.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Page.News.title ?></h1>
<p class="soft"><?cs var:Lang.station.NewsKind[Page.News.kind] ?> <?cs var:on(Page.News.day) ?></p>
<section class="card article"><p class="text"><?cs var:Page.News.body ?></p>
<?cs call:parts("/s/" + Page.Station.no + "/p/") ?></section>
<p><a class="go" href="/s/<?cs var:Page.Station.no ?>/news"><?cs var:Lang.news.column_all ?></a></p>
<?cs include!"public_foot.cs" ?>
