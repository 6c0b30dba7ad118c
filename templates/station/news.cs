<?cs set:Title = Page.News.title ?><?cs include!"public_head.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Page.News.title ?></h1>
<p class="soft"><?cs var:Lang.station.NewsKind[Page.News.kind] ?> <?cs var:on(Page.News.day) ?></p>
<section class="card"><p class="text"><?cs var:Page.News.body ?></p></section>
<?cs include!"public_foot.cs" ?>
