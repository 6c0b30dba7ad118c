<?cs set:Title = Lang.news.thanks ?><?cs set:Share = Lang.news.thanks_about ?><?cs include!"public_head.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.news.thanks ?></h1>
<p class="soft"><?cs var:Page.Station.name ?></p>
<?cs if:subcount(Page.Names) ?><section class="card">
<p><?cs var:Lang.news.thanks_about ?></p>
<p class="text"><?cs each:n = Page.Names ?><?cs if:!first(n) ?><?cs var:Lang.station.between ?><?cs /if ?><span class="nb"><?cs
var:n.name ?></span><?cs /each ?></p>
</section>
<?cs else ?><div class="empty"><p><?cs var:Lang.news.thanks_empty ?></p></div>
<?cs /if ?><p class="soft"><?cs var:Lang.news.thanks_rule ?></p>
<p><a class="go" href="/account/me/consent"><?cs var:Lang.news.thanks_mine ?></a></p>
<?cs include!"public_foot.cs" ?>
