<?cs set:Title = Lang.account.card ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.account.card ?></h1>
<?cs if:Page.Card.path ?><section class="card"><div class="code">
<h2><?cs var:Page.Card.name ?></h2>
<p><?cs var:Page.Card.no ?><br><?cs var:Page.Card.station ?><?cs if:Page.Card.star > #0 ?><br><?cs
var:Lang.account.Star[Page.Card.star] ?><?cs /if ?></p>
<svg viewBox="0 0 <?cs var:Page.Card.side ?> <?cs var:Page.Card.side ?>" width="250" height="250" role="img" aria-label="<?cs
var:Lang.account.card_alt ?>" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"></rect><path d="<?cs
var:Page.Card.path ?>" fill="#000"></path></svg>
<p class="soft"><?cs var:Lang.account.card_note ?></p>
</div></section>
<p><?cs var:Lang.account.card_about ?></p>
<?cs else ?><p class="note wait"><?cs var:Lang.account.card_not ?></p>
<?cs /if ?><?cs include!"resident_foot.cs" ?>
