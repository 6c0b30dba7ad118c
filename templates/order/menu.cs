<?cs set:Title = Lang.order.menu ?><?cs include!"resident_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.order.menu ?></h1>
<p class="soft"><?cs var:Lang.order.menu_about ?></p>
<div class="grid">
<?cs each:i = Page.Items ?><a class="tile" href="/order/new?item=<?cs var:i.uid ?>&amp;station=<?cs var:Page.Station.no ?>"><span><?cs
var:i.name ?><small><?cs var:i.about ?></small></span></a>
<?cs /each ?><a class="tile" href="/order/new?free=1&amp;station=<?cs var:Page.Station.no ?>"><span><?cs
var:Lang.order.free ?><small><?cs var:Lang.order.free_about ?></small></span></a>
</div>
<section class="card">
<h2><?cs var:Lang.order.danger ?></h2>
<div class="grid"><a class="button danger" href="tel:120"><?cs var:Lang.order.call_120 ?></a> <a class="button danger" href="tel:119"><?cs
var:Lang.order.call_119 ?></a> <a class="button danger" href="tel:110"><?cs var:Lang.order.call_110 ?></a></div>
</section>
<?cs include!"resident_foot.cs" ?>
