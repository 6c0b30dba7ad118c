<?cs set:Title = Lang.commend.roll_year ?><?cs set:Share = Lang.commend.roll_about ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Page.Year ?> <?cs var:Lang.commend.roll_year ?></h1>
<p><?cs if:Page.Of.name ?><?cs var:Page.Of.name ?> <?cs /if ?><?cs var:Lang.commend.roll_about ?></p>
<?cs if:subcount(Page.Roll) ?><?cs each:k = Page.Roll ?><h2><?cs var:Lang.State.honour_subject[name(k)] ?></h2>
<ul class="list">
<?cs each:h = k ?><li><div class="row"><span><strong><?cs var:h.whom ?></strong> <?cs var:h.honour ?><small><?cs var:h.authority ?><?cs
if:h.document_no ?> <?cs var:h.document_no ?><?cs /if ?></small></span> <span class="value"><?cs var:on(h.awarded_on) ?></span></div></li>
<?cs /each ?></ul>
<?cs /each ?><?cs else ?><div class="empty"><p><?cs var:Lang.commend.roll_year_empty ?></p></div>
<?cs /if ?><?cs if:Page.Unnamed ?><p><?cs var:Lang.commend.unnamed_before ?> <?cs var:Page.Unnamed ?> <?cs
var:Lang.commend.unnamed_after ?></p>
<?cs /if ?><p class="acts"><?cs if:Page.Before ?><a class="button second" href="/commend/honours/<?cs var:Page.Before ?><?cs
if:Page.Of.no ?>?station=<?cs var:Page.Of.no ?><?cs /if ?>"><?cs var:Page.Before ?></a> <?cs /if ?><?cs
if:Page.After ?><a class="button second" href="/commend/honours/<?cs
var:Page.After ?><?cs if:Page.Of.no ?>?station=<?cs var:Page.Of.no ?><?cs /if ?>"><?cs var:Page.After ?></a><?cs /if ?></p>
<a class="button second" href="/commend/honours"><?cs var:Lang.commend.roll ?></a>
<?cs include!"public_foot.cs" ?>
