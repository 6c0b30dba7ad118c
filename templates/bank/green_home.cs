<?cs set:Title = Lang.bank.green ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.bank.green ?></h1>
<section class="card">
<p class="figure"><b><?cs var:Page.Account.points ?></b> <?cs var:Lang.bank.points ?></p>
<p class="soft"><?cs var:Page.Account.no ?></p>
<p><?cs var:Lang.bank.use_before ?> <?cs var:Page.Account.year ?> <?cs var:Lang.bank.use_after ?></p>
<?cs if:Page.Next.name ?><p class="note"><?cs var:Lang.bank.next_before ?> <b><?cs var:Page.Next.name ?></b> <?cs
var:Lang.bank.next_wanting ?> <b><?cs var:Page.Next.wanting ?></b> <?cs var:Lang.bank.points ?></p>
<?cs /if ?></section>
<?cs if:subcount(Page.Exchanges) ?><h2><?cs var:Lang.bank.to_pick_up ?></h2>
<?cs each:x = Page.Exchanges ?><section class="card"><h3><?cs var:x.name ?></h3>
<div class="code"><strong><?cs var:x.code ?></strong></div>
<p><?cs var:Lang.bank.pick_up_about ?> <?cs var:on(x.until_on) ?></p>
<details><summary><?cs var:Lang.bank.untake ?></summary>
<form method="post" action="/bank/green/untake"><?cs include!"token.cs" ?><input type="hidden" name="k" value="<?cs
var:Page.Account.k ?>"><input type="hidden" name="exchange" value="<?cs var:x.uid ?>"><button class="button danger"
type="submit"><?cs var:Lang.bank.untake_sure ?></button></form></details></section>
<?cs /each ?><?cs /if ?><h2><?cs var:Lang.bank.shelf ?></h2>
<?cs if:subcount(Page.Gifts) ?><?cs each:g = Page.Gifts ?><section class="card"><h3><?cs var:g.name ?></h3>
<?cs if:g.about ?><p><?cs var:g.about ?></p>
<?cs /if ?><p><b><?cs var:g.points ?></b> <?cs var:Lang.bank.points ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.bank.left ?> <?cs
var:g.stock ?></p>
<?cs if:g.can ?><details><summary><?cs var:Lang.bank.take ?><span class="hidden"> <?cs var:g.name ?></span></summary>
<form method="post" action="/bank/green/take"><?cs include!"token.cs" ?><input type="hidden" name="k" value="<?cs
var:Page.Account.k ?>"><input type="hidden" name="gift" value="<?cs var:g.uid ?>"><input type="hidden" name="price" value="<?cs
var:g.points ?>"><button class="button" type="submit"><?cs var:Lang.bank.take_sure ?></button></form></details>
<?cs else ?><p class="soft"><?cs var:Lang.bank.next_wanting ?> <?cs var:g.wanting ?> <?cs var:Lang.bank.points ?></p>
<?cs /if ?></section>
<?cs /each ?><?cs else ?><div class="empty"><p><?cs var:Lang.bank.shelf_empty ?></p></div>
<?cs /if ?><?cs if:Page.Account.points > #0 ?><details<?cs if:Page.Error.points ?> open<?cs /if ?>><summary><?cs
var:Lang.bank.green_donate ?></summary>
<p class="soft"><?cs var:Lang.bank.green_donate_about ?></p>
<form method="post" action="/bank/green/donate" novalidate><?cs include!"token.cs" ?><input type="hidden" name="k" value="<?cs
var:Page.Account.k ?>"><?cs call:number_as("points", "required", Lang.bank.donate_points, "") ?><button class="button danger"
type="submit"><?cs var:Lang.bank.donate_sure ?></button></form></details>
<?cs /if ?><h2><?cs var:Lang.bank.green_entries ?></h2>
<?cs if:subcount(Page.Entries) ?><ul class="list">
<?cs each:e = Page.Entries ?><li><div class="row"><span><?cs var:at(e.happened_at) ?><small><?cs
var:Lang.State.green_entry_kind[e.kind] ?><?cs if:e.kind == "drop" && e.result != "counted" ?> <?cs
var:Lang.State.green_entry_result[e.result] ?><?cs /if ?></small></span><b class="value"><?cs if:e.points > #0 ?>+<?cs
/if ?><?cs var:e.points ?></b></div></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.bank.green_entries_empty ?></p></div>
<?cs /if ?><p class="note"><?cs var:Lang.bank.rule_each ?> <?cs var:Page.Account.each ?> <?cs var:Lang.bank.points ?><?cs
var:Lang.recruit.comma ?><?cs var:Lang.bank.rule_a_day ?> <?cs var:Page.Account.a_day ?> <?cs var:Lang.bank.times ?></p>
<p><a class="button second" href="/bank/s/<?cs var:Page.Station.no ?>/shelf"><?cs var:Lang.bank.gift_rules ?></a></p>
<?cs include!"resident_foot.cs" ?>
