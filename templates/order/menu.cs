<?cs set:Title = Lang.order.menu ?><?cs include!"resident_head.cs" ?><?cs
def:sign(i) ?><?cs if:i.skill == "09" ?><?cs include!"icon/wrench.cs" ?><?cs
elif:i.skill == "14" ?><?cs include!"icon/broom.cs" ?><?cs
elif:i.skill == "20" ?><?cs include!"icon/scissors.cs" ?><?cs
elif:i.category == "0004" ?><?cs include!"icon/cross.cs" ?><?cs
elif:i.category == "0003" ?><?cs include!"icon/book.cs" ?><?cs
elif:i.category == "0007" ?><?cs include!"icon/mobile.cs" ?><?cs
elif:i.category == "0013" ?><?cs include!"icon/warn.cs" ?><?cs
elif:i.category == "0017" ?><?cs include!"icon/heart.cs" ?><?cs
else ?><?cs include!"icon/hand.cs" ?><?cs /if ?><?cs /def ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.order.menu ?></h1>
<p class="soft"><?cs var:Lang.order.menu_about ?></p>
<div class="grid">
<?cs each:i = Page.Items ?><a class="tile" href="/order/new?item=<?cs var:i.uid ?>&amp;station=<?cs var:Page.Station.no ?>"><?cs
call:sign(i) ?><span><?cs var:i.name ?></span></a>
<?cs /each ?><a class="tile" href="/order/new?free=1&amp;station=<?cs var:Page.Station.no ?>"><?cs include!"icon/message.cs" ?><span><?cs
var:Lang.order.free ?><small><?cs var:Lang.order.free_about ?></small></span></a>
</div>
<section class="card urgent">
<h2><?cs var:Lang.order.danger ?></h2>
<div class="three"><a class="button danger" href="tel:120">120<br><?cs
var:Lang.order.call_120 ?></a> <a class="button danger" href="tel:119">119<br><?cs
var:Lang.order.call_119 ?></a> <a class="button danger" href="tel:110">110<br><?cs var:Lang.order.call_110 ?></a></div>
</section>
<?cs include!"resident_foot.cs" ?>
