<?cs set:Title = Lang.Region.title ?><?cs include!"public_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.Region.title ?></h1>
<p><?cs var:Lang.Region.lead ?></p>
<form class="filters" action="/station/region"><label for="q"><?cs var:Lang.Region.words ?></label>
<input type="search" id="q" name="q" value="<?cs var:Page.Words ?>"><button class="button" type="submit"><?cs
var:Lang.Region.search ?></button></form>
<?cs if:Page.Region.code ?><h2><?cs var:Page.Region.full_name ?></h2>
<p><?cs var:Lang.Region.code ?> <?cs var:Page.Region.code ?></p>
<?cs /if ?><?cs if:Page.Words && !subcount(Page.Found) ?><div class="empty"><p><?cs var:Lang.Region.nothing ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Found) || subcount(Page.Options) ?><ul class="list">
<?cs each:r = Page.Found ?><li><a class="row" href="/station/region?in=<?cs var:r.code ?>"><span><?cs
var:r.full ?></span><span class="value"><?cs var:r.code ?></span></a></li>
<?cs /each ?><?cs each:r = Page.Options ?><li><a class="row" href="/station/region?in=<?cs var:r.code ?>"><span><?cs
var:r.name ?></span><span class="value"><?cs var:r.code ?></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"public_foot.cs" ?>
