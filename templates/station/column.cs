<?cs set:Title = Lang.news.column ?><?cs set:Share = Page.Station.name ?><?cs include!"public_head.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.news.column ?></h1>
<p class="soft"><?cs var:Page.Station.name ?></p>
<?cs if:subcount(Page.News) ?><ul class="list">
<?cs each:n = Page.News ?><li><a class="row" href="/s/<?cs var:Page.Station.no ?>/n/<?cs var:n.uid ?>"><?cs
if:n.pic ?><img class="thumb" src="/s/<?cs var:Page.Station.no ?>/p/<?cs var:n.pic ?>" alt="<?cs var:n.alt ?>" loading="lazy"><?cs
/if ?><span><?cs var:n.title ?><small><?cs var:Lang.station.NewsKind[n.kind] ?> <?cs var:on(n.day) ?></small></span></a></li>
<?cs /each ?></ul>
<?cs if:Page.Next ?><p><a class="go" href="/s/<?cs var:Page.Station.no ?>/news?after=<?cs var:Page.Next ?>"><?cs
var:Lang.news.older ?></a></p>
<?cs /if ?><?cs else ?><div class="empty"><p><?cs var:Lang.news.column_empty ?></p></div>
<?cs /if ?><?cs include!"public_foot.cs" ?>
