<?cs set:Title = Lang.platform.Transfer.title ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.platform.Transfer.title ?></h1>
<section class="card">
<p class="figure"><b><?cs var:Page.Ready.hours ?></b> <?cs var:Lang.Layout.hours ?></p>
<p class="soft"><?cs var:Lang.platform.Transfer.ready ?></p>
<?cs if:Page.Ready.parts > #0 ?><dl class="facts">
<div><dt><?cs var:Lang.platform.Transfer.ready_records ?></dt><dd><?cs var:Page.Ready.records ?></dd></div>
<div><dt><?cs var:Lang.platform.Transfer.ready_parts ?></dt><dd><?cs var:Page.Ready.parts ?></dd></div>
</dl>
<?cs /if ?><p><?cs var:Lang.platform.Transfer.mine_what ?></p>
<p><?cs var:Lang.platform.Transfer.mine_how ?></p>
</section>
<?cs if:Page.Ready.later > #0 ?><p class="note"><?cs var:Lang.platform.Transfer.later ?> <?cs var:Page.Ready.later ?></p>
<?cs /if ?><?cs if:Page.Ready.alone > #0 ?><p class="note wait"><?cs var:Lang.platform.Transfer.alone ?> <?cs
var:Page.Ready.alone ?></p>
<?cs /if ?><?cs if:Page.Ready.parts > #0 ?><?cs if:Page.Ready.parts > #1 ?><p class="note"><?cs
var:Lang.platform.Transfer.parts_mine ?></p>
<?cs /if ?><form method="post" action="/platform/transfer/mine" novalidate><?cs include!"token.cs" ?>
<?cs if:Page.Saved.hours ?><h2><?cs var:Lang.platform.Transfer.bank ?></h2>
<p><?cs var:Lang.platform.Transfer.bank_has ?> <b class="nb"><?cs var:Page.Saved.hours ?> <?cs var:Lang.Layout.hours ?></b></p>
<?cs if:Page.Saved.owes ?><p class="note wait"><?cs var:Lang.platform.Transfer.bank_owes ?></p>
<?cs elif:subcount(Page.Keys) ?><?cs call:select_as("bank_to", "optional", Page.Keys, "",
Lang.platform.Transfer.bank_hint) ?>
<?cs else ?><p class="soft"><?cs var:Lang.platform.Transfer.bank_nobody ?></p>
<?cs /if ?><?cs /if ?><?cs call:check("agree", Lang.platform.Transfer.mine_agree) ?><?cs
if:Page.Ready.parts > #1 ?><?cs each:p = Page.Parts ?>
<button class="button" type="submit" name="part" value="<?cs var:p.no ?>"><?cs var:p.text ?></button>
<?cs /each ?><?cs else ?><button class="button" type="submit"><?cs var:Lang.platform.Transfer.download ?></button>
<?cs /if ?></form>
<?cs else ?><div class="empty"><p><?cs var:Lang.platform.Transfer.mine_empty ?></p></div>
<?cs /if ?><h2><?cs var:Lang.platform.Move.title ?></h2>
<?cs if:Page.Move.no ?><section class="card">
<p><?cs var:Lang.platform.Move.mine_open ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.platform.Move.to ?></dt><dd><?cs var:Page.Move.to_station ?></dd></div>
<div><dt><?cs var:Lang.platform.Move.asked ?></dt><dd><?cs var:at(Page.Move.asked) ?></dd></div>
</dl>
<form method="post" action="/platform/transfer/mine/move/cancel"><?cs include!"token.cs" ?>
<button class="button danger" type="submit"><?cs var:Lang.platform.Move.mine_cancel ?></button></form>
</section>
<?cs else ?><p><?cs var:Lang.platform.Move.mine_what ?></p>
<form method="post" action="/platform/transfer/mine/move" novalidate><?cs include!"token.cs" ?>
<?cs call:select("station", "required", Page.Stations) ?><?cs call:check("agree_move", Lang.platform.Move.mine_agree) ?>
<button class="button second" type="submit"><?cs var:Lang.platform.Move.mine_ask ?></button>
</form>
<?cs /if ?><?cs if:subcount(Page.Brought) ?><h2><?cs var:Lang.platform.Transfer.brought ?></h2>
<ul class="list">
<?cs each:b = Page.Brought ?><li><div class="row"><span><strong><?cs var:b.other_name ?></strong><small><?cs var:b.no ?></small>
<small><?cs var:on(b.day) ?></small></span> <?cs if:b.state == "accepted" ?><span class="value"><?cs var:b.hours ?></span><?cs
else ?><b class="tag <?cs var:b.state ?>"><?cs var:Lang.State.transfer[b.state] ?></b><?cs /if ?></div></li>
<?cs if:b.file > #0 ?><li><a class="row" href="/platform/transfer/mine/<?cs var:b.no ?>"><span><?cs
var:Lang.platform.Transfer.file ?><small><?cs var:b.no ?></small></span></a></li>
<?cs /if ?><?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Made) ?><h2><?cs var:Lang.platform.Transfer.made_list ?></h2>
<ul class="list">
<?cs each:m = Page.Made ?><li><div class="row"><span><strong><?cs var:m.no ?></strong><small><?cs var:at(m.at) ?></small>
<small><?cs var:m.records ?> <?cs var:Lang.platform.Transfer.unit ?></small></span> <span class="value"><?cs var:m.hours ?></span></div><?cs
if:m.changed > #0 ?><p class="note wait"><?cs var:Lang.platform.Transfer.changed_mine ?></p><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Notes) ?><h2><?cs var:Lang.platform.Transfer.notes ?></h2>
<ul class="list">
<?cs each:n = Page.Notes ?><li><div class="row"><span><strong><?cs var:n.other ?></strong><small><?cs var:at(n.at) ?></small></span> <span
class="value"><?cs var:n.hours ?></span></div></li>
<?cs /each ?></ul>
<p class="soft"><?cs var:Lang.platform.Transfer.notes_mine ?></p>
<?cs /if ?><?cs if:subcount(Page.Records) ?><h2><?cs var:Lang.platform.Transfer.records_in ?></h2>
<ul class="list">
<?cs each:r = Page.Records ?><li><a class="row" href="/activity/hours/<?cs var:r.no ?>"><span><strong><?cs var:r.title ?></strong>
<small><?cs var:on(r.served_on) ?></small><small><?cs var:Lang.Evidence[r.evidence] ?></small></span> <span class="value"><?cs
var:r.hours ?></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
