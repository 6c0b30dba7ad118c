<?cs set:Title = Lang.bank.shelf ?><?cs include!"public_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.bank.shelf ?></h1>
<p class="soft"><?cs var:Page.Station.name ?></p>
<?cs if:subcount(Page.Gifts) ?><?cs each:g = Page.Gifts ?><section class="card"><h2><?cs var:g.name ?></h2>
<?cs if:g.about ?><p><?cs var:g.about ?></p>
<?cs /if ?><p><?cs if:g.points ?><b><?cs var:g.points ?></b> <?cs var:Lang.bank.points ?><?cs /if ?><?cs if:g.points && g.hours ?> <?cs
var:Lang.bank.or ?> <?cs /if ?><?cs if:g.hours ?><b><?cs var:g.hours ?></b> <?cs var:Lang.Layout.hours ?><?cs /if ?></p>
<p class="soft"><?cs if:g.stock > #0 ?><?cs var:Lang.bank.left ?> <?cs var:g.stock ?><?cs else ?><?cs var:Lang.bank.sold_out ?><?cs
/if ?><?cs if:g.donor ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.bank.given_by ?> <?cs var:g.donor ?><?cs /if ?></p></section>
<?cs /each ?><?cs else ?><div class="empty"><p><?cs var:Lang.bank.shelf_empty ?></p></div>
<?cs /if ?><h2><?cs var:Lang.bank.gift_rules ?></h2>
<?cs include!"bank/_rules.cs" ?><?cs if:Page.Donated ?><p class="note good"><?cs var:Lang.bank.donated_before ?> <b><?cs
var:Page.Donated ?></b> <?cs var:Lang.bank.points ?></p>
<?cs /if ?><?cs if:Page.Rule.hours ?><p><a class="button second" href="/bank/exchange"><?cs
var:Lang.bank.exchange ?></a></p>
<?cs /if ?><p><a class="button second" href="/bank/s/<?cs var:Page.Station.no ?>/offers"><?cs var:Lang.bank.offers ?></a></p>
<?cs include!"public_foot.cs" ?>
