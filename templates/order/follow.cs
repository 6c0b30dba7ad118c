<?cs set:Title = Lang.order.order ?><?cs include!"resident_head.cs" ?><?cs set:St = Page.Order.state ?><?cs
def:stop(n, word, when) ?><li<?cs if:Page.Order.stop > n ?> class="done"<?cs elif:Page.Order.stop == n ?> class="now"
 aria-current="step"<?cs /if ?>><b><?cs var:word ?></b><?cs if:string.length(when) ?> <?cs var:at(when) ?><?cs /if ?></li>
<?cs /def ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs if:Page.Order.item ?><?cs var:Page.Order.item ?><?cs else ?><?cs var:Page.Order.category_name ?><?cs /if ?></h1>
<p class="soft"><?cs var:Lang.order.no ?> <?cs var:Page.Order.no ?><?cs var:Lang.recruit.comma ?><?cs var:Page.Order.name ?></p>
<p class="note<?cs if:St == "done" || St == "taken" || St == "serving" || St == "to_rate" ?> good<?cs
elif:St == "declined" ?> bad<?cs elif:St != "cancelled" ?> wait<?cs /if ?>"><b><?cs var:Lang.order.Now[St] ?></b><?cs
if:St == "declined" ?><br><?cs var:Page.Order.decline_reason ?><?cs /if ?></p>
<?cs if:St != "declined" && St != "cancelled" ?><h2><?cs var:Lang.order.course ?></h2>
<ol class="line">
<?cs call:stop(#1, Lang.order.Stop.received, Page.Order.created_at) ?><?cs
call:stop(#2, Lang.order.Stop.accepted, Page.Order.accepted_at) ?><?cs call:stop(#3, Lang.order.Stop.taken, "") ?><?cs
call:stop(#4, Lang.order.Stop.served, Page.Order.served_at) ?><?cs call:stop(#5, Lang.order.Stop.rated, "") ?></ol>
<?cs /if ?><section class="card">
<dl class="facts">
<div><dt><?cs var:Lang.order.Field.detail ?></dt><dd><?cs var:Page.Order.detail ?></dd></div>
<div><dt><?cs var:Lang.order.Field.wished_on ?></dt><dd><?cs if:Page.Order.wished_on ?><?cs var:on(Page.Order.wished_on) ?><?cs
else ?><?cs var:Lang.order.soon ?><?cs /if ?> <?cs var:Lang.State.service_order_wished_part[Page.Order.wished_part] ?></dd></div>
</dl>
</section>
<?cs if:Page.Can.cancel ?><form method="post" action="/order/<?cs var:Page.Order.no ?>/cancel"><?cs include!"token.cs" ?>
<input type="hidden" name="k" value="<?cs var:Page.Order.k ?>"><button class="button danger" type="submit"><?cs
var:Lang.order.cancel ?></button></form>
<?cs /if ?><p class="note"><?cs var:Lang.order.keep ?></p>
<?cs include!"resident_foot.cs" ?>
