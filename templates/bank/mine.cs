<?cs set:Title = Lang.bank.mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.bank.mine ?></h1>
<?cs if:Page.Account.hours ?><section class="card">
<p class="figure"><b><?cs var:Page.Account.hours ?></b> <?cs var:Lang.Layout.hours ?></p>
<p class="soft"><?cs var:Lang.bank.balance ?></p>
<?cs if:Page.Account.debt ?><p class="note wait"><?cs var:Lang.bank.debt_about ?> <b class="nb"><?cs var:Page.Account.debt ?> <?cs
var:Lang.Layout.hours ?></b></p>
<?cs /if ?><?cs if:Page.Account.closed ?><p class="note"><?cs var:Lang.State.timebank_account.closed ?></p>
<?cs /if ?></section>
<?cs if:Page.Can.draw ?><a class="button" href="/bank/draw"><?cs var:Lang.bank.draw ?></a>
<a class="button second" href="/bank/give"><?cs var:Lang.bank.give ?></a>
<?cs /if ?><?cs if:Page.Can.exchange ?><a class="button second" href="/bank/exchange"><?cs var:Lang.bank.exchange ?></a>
<?cs /if ?><?cs if:subcount(Page.Draws) ?><h2><?cs var:Lang.bank.draws ?></h2>
<ul class="list">
<?cs each:d = Page.Draws ?><li><div class="row"><span><strong><?cs var:Lang.bank.order ?> <?cs var:d.no ?></strong><small><?cs
var:Lang.State.timebank_draw_used_for[d.used_for] ?> <?cs var:d.hours ?> <?cs var:Lang.Layout.hours ?></small><small><?cs
var:at(d.asked_at) ?></small></span> <b class="tag <?cs var:d.state ?>"><?cs var:Lang.State.timebank_draw[d.state] ?></b></div><?cs
if:d.may == #1 ?><form method="post" action="/bank/draw/<?cs var:d.uid ?>/back"><?cs
include!"token.cs" ?><button class="button quiet" type="submit"><?cs
var:Lang.bank.draw_back ?><span class="hidden"> <?cs var:d.no ?></span></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.bank.entries ?></h2>
<?cs if:subcount(Page.Entries) ?><ul class="list">
<?cs each:n = Page.Entries ?><li><div class="row"><span><strong><?cs var:Lang.State.timebank_entry_kind[n.kind] ?></strong><small><?cs
var:at(n.at) ?></small><?cs if:n.record ?><small><?cs var:Lang.bank.record ?> <?cs var:n.record ?></small><?cs
/if ?><?cs if:n.order ?><small><?cs var:Lang.bank.order ?> <?cs var:n.order ?></small><?cs
/if ?><?cs if:n.gift ?><small><?cs var:Lang.bank.exchange_of ?> <?cs var:n.gift ?></small><?cs /if ?></span> <span class="value"><b><?cs
var:n.hours ?></b><small><?cs var:Lang.bank.after ?> <?cs var:n.after ?></small></span></div></li>
<?cs /each ?></ul>
<?cs if:Page.Next ?><a class="button quiet" href="/bank/?after=<?cs var:Page.Next ?>"><?cs var:Lang.bank.older ?></a>
<?cs /if ?><a class="button second" href="/bank/statement"><?cs var:Lang.bank.statement_pdf ?></a>
<?cs else ?><p class="empty"><?cs var:Lang.bank.entries_empty ?></p>
<?cs /if ?><?cs else ?><div class="empty"><p><?cs if:Page.On ?><?cs var:Lang.bank.mine_none ?><?cs else ?><?cs
var:Lang.bank.mine_empty ?><?cs /if ?></p></div>
<?cs /if ?><p class="soft"><?cs var:Lang.bank.honour_about ?></p>
<?cs if:Page.At ?><a class="go" href="/bank/about/<?cs var:Page.At ?>"><?cs var:Lang.bank.about ?></a>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
