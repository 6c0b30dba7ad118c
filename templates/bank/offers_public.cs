<?cs set:Title = Lang.bank.offers ?><?cs include!"public_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.bank.offers ?></h1>
<p><?cs var:Lang.bank.offers_about ?></p>
<?cs if:Page.Mine ?><p><a class="button" href="/account/me/card"><?cs var:Lang.bank.offers_card ?></a></p>
<?cs /if ?><?cs if:subcount(Page.Offers) ?><?cs each:o = Page.Offers ?><section class="card"><h2><?cs var:o.partner ?><?cs
if:o.mine ?> <b class="tag good"><?cs var:Lang.bank.offer_mine ?></b><?cs /if ?></h2>
<p><?cs var:o.offer ?></p>
<p class="soft"><?cs if:o.star_from > #0 ?><?cs var:Lang.account.Star[o.star_from] ?> <?cs var:Lang.bank.offer_from ?><?cs
else ?><?cs var:Lang.bank.offer_all ?><?cs /if ?><?cs if:o.hours_from > #0 ?><?cs var:Lang.recruit.comma ?><?cs
var:Lang.bank.offer_hours ?> <?cs var:o.hours_from ?> <?cs var:Lang.Layout.hours ?><?cs /if ?><br><?cs
var:Lang.bank.offer_until ?> <?cs var:on(o.valid_until) ?></p></section>
<?cs /each ?><?cs else ?><div class="empty"><p><?cs var:Lang.bank.offers_empty_public ?></p></div>
<?cs /if ?><?cs include!"public_foot.cs" ?>
