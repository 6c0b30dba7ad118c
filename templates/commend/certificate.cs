<?cs set:Title = Lang.commend.paper ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/commend/mine"><?cs var:Lang.commend.to_mine ?></a>
<h1 class="no-print"><?cs var:Lang.commend.paper ?></h1>
<?cs if:Page.State.state == "revoked" ?><p class="note bad"><?cs var:Lang.commend.revoked_note ?> <?cs
var:Page.State.revoked_reason ?></p>
<?cs /if ?><?cs include!"refused.cs" ?><?cs include!"commend/held.cs" ?>
<?cs if:!Page.Refused && !Page.Held ?><p class="note good no-print"><?cs include!"icon/hand.cs" ?> <?cs var:Lang.commend.png_hint ?></p>
<img class="paper no-print" src="/commend/certificate/<?cs var:Page.Certificate.no ?>.png" width="1240" height="1754" alt="<?cs
var:Lang.commend.paper ?> <?cs var:Page.Certificate.no ?> <?cs var:Page.Certificate.name ?> <?cs var:Page.Certificate.hours ?> <?cs
var:Lang.Layout.hours ?>">
<?cs /if ?><div class="no-print">
<?cs if:!Page.Held ?><h2><?cs var:Lang.commend.other_ways ?></h2>
<ul class="list">
<li><a class="row" href="/commend/certificate/<?cs var:Page.Certificate.no ?>.pdf"><span><?cs
var:Lang.commend.pdf ?><small><?cs
var:Lang.commend.pdf_hint ?></small></span></a></li>
<li><a class="row" href="#paper"><span><?cs var:Lang.commend.as_text ?><small><?cs var:Lang.commend.as_text_hint ?></small></span></a></li>
<li><a class="row" href="/commend/verify/<?cs var:Page.Certificate.no ?>"><span><?cs var:Lang.commend.others_verify ?><small><?cs
var:Lang.commend.others_verify_hint ?></small></span></a></li>
</ul>
<?cs /if ?><dl class="facts card">
<div><dt><?cs var:Lang.commend.certificate_no ?></dt><dd><?cs var:Page.Certificate.no ?></dd></div>
<div><dt><?cs var:Lang.commend.period ?></dt><dd><?cs var:span(Page.Certificate.from + "/" + Page.Certificate.to) ?></dd></div>
<div><dt><?cs var:Lang.commend.hours_total ?></dt><dd><?cs var:Page.Certificate.hours ?> <?cs var:Lang.Layout.hours ?></dd></div>
<?cs if:Page.Certificate.purpose ?><div><dt><?cs var:Lang.commend.Field.purpose ?></dt><dd><?cs var:Page.Certificate.purpose ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.issued_on ?></dt><dd><?cs var:on(Page.Certificate.issued_on) ?></dd></div>
</dl>
<?cs if:!Page.Held ?><button class="button quiet js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button>
<?cs /if ?></div>
<?cs if:!Page.Held ?><?cs include!"commend/certificate_text.cs" ?><?cs /if ?>
<?cs include!"resident_foot.cs" ?>
