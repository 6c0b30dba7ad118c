<?cs set:Title = Lang.commend.paper ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar no-print">
<p class="crumb"><a href="/commend/manage/certificates"><?cs var:Lang.commend.register ?></a> › <a
href="/commend/manage/certificates/<?cs var:Page.Certificate.no ?>"><?cs var:Page.Certificate.no ?></a></p>
<h1><?cs var:Lang.commend.paper ?> <?cs var:Page.Certificate.no ?></h1>
<b class="tag <?cs var:Page.State.state ?>"><?cs var:Lang.State.certificate[Page.State.state] ?></b>
<p class="acts"><a class="button" href="/commend/verify/<?cs var:Page.Certificate.no ?>"><?cs var:Lang.commend.verify ?></a>
<?cs if:!Page.Held ?><a class="button" href="/commend/certificate/<?cs var:Page.Certificate.no ?>.png"><?cs var:Lang.commend.png ?></a>
<a class="button" href="/commend/certificate/<?cs var:Page.Certificate.no ?>.pdf"><?cs var:Lang.commend.pdf ?></a>
<button class="button go js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button><?cs /if ?></p>
</div>
<?cs if:Page.State.state == "revoked" ?><p class="note bad"><?cs var:Lang.commend.revoked_note ?> <?cs
var:Page.State.revoked_reason ?></p>
<?cs /if ?><?cs include!"refused.cs" ?><?cs include!"commend/held.cs" ?>
<?cs if:!Page.Held ?><?cs include!"commend/certificate_text.cs" ?><?cs /if ?>
<?cs include!"staff_foot.cs" ?>
