<?cs set:Title = Lang.ledger.title ?><?cs include!"public_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.ledger.title ?></h1>
<p><?cs var:Lang.ledger.lead ?></p>
<?cs if:Page.Head.size ?><?cs if:Page.Head.late == #1 ?><p class="note wait"><?cs var:Lang.ledger.late ?></p>
<?cs /if ?><dl class="facts card">
<div><dt><?cs var:Lang.ledger.size ?></dt><dd><?cs var:Page.Head.size ?> <?cs var:Lang.ledger.entries ?></dd></div>
<div><dt><?cs var:Lang.ledger.waiting ?></dt><dd><?cs var:Page.waiting ?> <?cs var:Lang.ledger.entries ?></dd></div>
<div><dt><?cs var:Lang.ledger.at ?></dt><dd><?cs var:at(Page.Head.at) ?></dd></div>
<div><dt><?cs var:Lang.ledger.no ?></dt><dd><?cs var:Page.Head.no ?></dd></div>
<div><dt><?cs var:Lang.ledger.root ?></dt><dd><?cs var:Page.Head.root ?></dd></div>
<div><dt><?cs var:Lang.ledger.key ?></dt><dd><?cs var:Page.Head.key ?></dd></div>
</dl>
<?cs else ?><div class="empty"><p><?cs var:Lang.ledger.none ?></p></div>
<?cs /if ?><h2><?cs var:Lang.ledger.how ?></h2>
<p><?cs var:Lang.ledger.how_text ?></p>
<a class="button second" href="/activity/ledger/heads"><?cs var:Lang.ledger.heads ?></a>
<a class="button second" href="/activity/ledger/key"><?cs var:Lang.ledger.public_key ?></a>
<?cs if:subcount(Page.Heads) ?><h2><?cs var:Lang.ledger.recent ?></h2>
<ul class="list">
<?cs each:h = Page.Heads ?><li><div class="row"><span><?cs var:at(h.at) ?><small><?cs var:Lang.ledger.no ?> <?cs
var:h.no ?></small></span><span class="value"><?cs var:h.size ?> <?cs var:Lang.ledger.entries ?></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"public_foot.cs" ?>
