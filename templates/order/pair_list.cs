<?cs set:Title = Lang.order.Pair.mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.order.Pair.mine ?></h1>
<?cs if:subcount(Page.Pairings) ?><ul class="list">
<?cs each:p = Page.Pairings ?><li><a class="row" href="/order/pair/<?cs var:p.no ?>"><span><strong><?cs var:p.name ?></strong><small><?cs
var:p.services ?></small><?cs if:p.next_due ?><small><?cs var:Lang.order.Pair.due ?> <?cs var:on(p.next_due) ?></small><?cs
/if ?></span> <?cs if:p.overdue == "1" ?><b class="tag overdue"><?cs var:Lang.order.Pair.overdue ?></b><?cs else ?><b class="tag"><?cs
if:p.main == "1" ?><?cs var:Lang.order.Pair.main ?><?cs else ?><?cs var:Lang.order.Pair.helper ?><?cs /if ?></b><?cs /if ?></a></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.order.Pair.empty ?></p></div>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
