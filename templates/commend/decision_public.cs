<?cs set:Title = Page.Decision.title ?><?cs set:Share = Page.Decision.station ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Page.Decision.title ?></h1>
<p><?cs var:Page.Decision.station ?><?cs if:Page.Decision.document_no ?> <?cs var:Page.Decision.document_no ?><?cs /if ?></p>
<?cs if:Page.Decision.state == "notice" ?><p class="note"><?cs var:Lang.commend.decision_notice_about ?><?cs
var:on(Page.Decision.notice_until) ?> <?cs if:Page.Decision.phone ?><?cs var:Lang.Frame.phone ?> <a href="tel:<?cs
var:Page.Decision.phone ?>"><?cs var:Page.Decision.phone ?></a><?cs /if ?></p>
<?cs else ?><p><?cs var:Lang.commend.decision_issued_on ?> <?cs var:on(Page.Decision.issued_on) ?></p>
<?cs /if ?><p class="text"><?cs var:Page.Decision.basis ?></p>
<h2><?cs var:Lang.commend.recipients ?></h2>
<?cs if:subcount(Page.Names) ?><ul class="list">
<?cs each:n = Page.Names ?><li><div class="row"><span><strong><?cs var:n.whom ?></strong> <small><?cs
var:Lang.State.honour_subject[n.subject] ?></small></span> <span class="value"><?cs var:n.honour ?></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Unnamed ?><p><?cs var:Lang.commend.unnamed_before ?> <?cs var:Page.Unnamed ?> <?cs
var:Lang.commend.unnamed_after ?></p>
<?cs /if ?><a class="button second" href="/commend/honours"><?cs var:Lang.commend.roll ?></a>
<?cs include!"public_foot.cs" ?>
