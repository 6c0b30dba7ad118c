<?cs set:Title = Lang.bank.exchange ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/bank/"><?cs var:Lang.bank.mine ?></a>
<h1><?cs var:Lang.bank.exchange ?></h1>
<section class="card">
<p class="figure"><b><?cs var:Page.Account.hours ?></b> <?cs var:Lang.Layout.hours ?></p>
<p class="soft"><?cs var:Lang.bank.balance ?></p>
<?cs if:Page.Account.debt ?><p class="note wait"><?cs var:Lang.bank.debt_about ?> <b class="nb"><?cs var:Page.Account.debt ?> <?cs
var:Lang.Layout.hours ?></b></p>
<?cs /if ?></section>
<?cs if:subcount(Page.Exchanges) ?><h2><?cs var:Lang.bank.to_pick_up ?></h2>
<?cs each:x = Page.Exchanges ?><section class="card"><h3><?cs var:x.name ?></h3>
<div class="code"><strong><?cs var:x.code ?></strong></div>
<p><?cs var:x.station ?><br><?cs var:Lang.bank.pick_up_about ?> <?cs var:on(x.until_on) ?></p>
<details><summary><?cs var:Lang.bank.untake ?><span class="hidden"> <?cs var:x.name ?></span></summary>
<form method="post" action="/bank/exchange/<?cs var:x.uid ?>/back"><?cs include!"token.cs" ?><p><?cs var:x.hours ?> <?cs
var:Lang.Layout.hours ?></p><button class="button danger" type="submit"><?cs var:Lang.bank.exchange_back ?></button></form>
</details></section>
<?cs /each ?><?cs /if ?><h2><?cs var:Lang.bank.shelf ?></h2>
<?cs if:!Page.Can.exchange ?><p class="empty"><?cs var:Lang.bank.exchange_off ?></p>
<?cs elif:subcount(Page.Gifts) ?><p class="soft"><?cs var:Lang.bank.exchange_about ?></p>
<?cs each:g = Page.Gifts ?><section class="card"><h3><?cs var:g.name ?></h3>
<?cs if:g.about ?><p><?cs var:g.about ?></p>
<?cs /if ?><p><b><?cs var:g.hours ?></b> <?cs var:Lang.Layout.hours ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.bank.left ?> <?cs
var:g.stock ?></p>
<?cs if:g.can ?><details><summary><?cs var:Lang.bank.take ?><span class="hidden"> <?cs var:g.name ?></span></summary>
<form method="post" action="/bank/exchange"><?cs include!"token.cs" ?><input type="hidden" name="gift" value="<?cs
var:g.uid ?>"><input type="hidden" name="price" value="<?cs var:g.minutes ?>"><button class="button" type="submit"><?cs
var:Lang.bank.take_sure ?></button></form></details>
<?cs else ?><p class="soft"><?cs var:Lang.bank.next_wanting ?> <?cs var:g.wanting ?> <?cs var:Lang.Layout.hours ?></p>
<?cs /if ?></section>
<?cs /each ?><?cs else ?><p class="empty"><?cs var:Lang.bank.exchange_none ?></p>
<?cs /if ?><p><a class="button second" href="/bank/s/<?cs var:Page.Station.no ?>/shelf"><?cs var:Lang.bank.gift_rules ?></a></p>
<?cs include!"volunteer_foot.cs" ?>
