<?cs set:Title = Lang.support.mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.support.mine ?></h1>
<?cs each:t = Page.Open ?><section class="card<?cs if:t.asked == #1 ?> todo<?cs /if ?>">
<?cs if:t.asked == #1 ?><header class="wait"><?cs var:Lang.support.asked ?></header>
<?cs /if ?><h2><?cs var:t.title ?></h2>
<p><?cs var:t.station ?><br><small><?cs var:Lang.support.version ?> <?cs var:t.version ?></small></p>
<a class="button<?cs if:t.asked != #1 ?> second<?cs /if ?>" href="/support/sign/<?cs var:t.no ?>"><?cs
var:Lang.support.read_sign ?><span class="hidden"> <?cs var:t.station ?></span></a>
</section>
<?cs /each ?><?cs if:subcount(Page.Signed) ?><h2><?cs var:Lang.support.signed ?></h2>
<ul class="list">
<?cs each:g = Page.Signed ?><li><a class="row" href="/support/mine/<?cs var:g.uid ?>"><span><?cs var:g.title ?><small><?cs
var:g.station ?><br><?cs var:Lang.support.valid_until ?> <?cs var:on(g.valid_until) ?></small></span> <b class="tag <?cs
var:g.state ?>"><?cs var:Lang.support.Signed[g.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs elif:!subcount(Page.Open) ?><div class="empty"><p><?cs var:Lang.support.mine_empty ?></p></div>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
