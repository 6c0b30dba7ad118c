<?cs set:Title = Lang.commend.verify ?><?cs include!"public_head.cs" ?>
<?cs if:Page.Certificate.altered ?><h1><?cs var:Lang.commend.is_altered ?></h1>
<p class="note bad"><?cs var:Lang.commend.altered_about ?></p>
<?cs elif:Page.Certificate.state == "issued" ?><h1><?cs var:Lang.commend.is_true ?></h1>
<?cs else ?><h1><?cs var:Lang.commend.is_revoked ?></h1>
<?cs /if ?><?cs if:Page.Certificate.state == "revoked" ?><p class="note bad"><?cs var:Lang.commend.revoked_note ?> <?cs
var:on(Page.Certificate.revoked_on) ?> <?cs var:Page.Certificate.revoked_reason ?></p>
<?cs /if ?><?cs if:Page.Certificate.fewer_hours ?><p class="note wait"><?cs var:Lang.commend.fewer ?> <b class="nb"><?cs
var:Page.Certificate.fewer_hours ?> <?cs var:Lang.Layout.hours ?></b></p>
<?cs /if ?><dl class="facts card">
<div><dt><?cs var:Lang.commend.certificate_no ?></dt><dd><?cs var:Page.Certificate.no ?></dd></div>
<div><dt><?cs var:Lang.Layout.state ?></dt><dd><b class="tag <?cs var:Page.Certificate.state ?>"><?cs
var:Lang.State.certificate[Page.Certificate.state] ?></b></dd></div>
<div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Certificate.name ?></dd></div>
<div><dt><?cs var:Lang.commend.hours_total ?></dt><dd><b><?cs var:Page.Certificate.hours ?> <?cs var:Lang.Layout.hours ?></b></dd></div>
<?cs each:e = Page.Certificate.Evidence ?><div><dt><?cs var:Lang.Evidence[name(e)] ?></dt><dd><?cs var:e ?> <?cs
var:Lang.Layout.hours ?></dd></div>
<?cs /each ?><div><dt><?cs var:Lang.commend.records_n ?></dt><dd><?cs var:Page.Certificate.records ?></dd></div>
<div><dt><?cs var:Lang.commend.period ?></dt><dd><?cs var:span(Page.Certificate.from_on + "/" + Page.Certificate.to_on) ?></dd></div>
<div><dt><?cs var:Lang.commend.issuer ?></dt><dd><?cs var:Page.Certificate.station ?></dd></div>
<?cs if:Page.Station.phone ?><div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:Page.Station.phone ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.issued_on ?></dt><dd><?cs var:on(Page.Certificate.issued_on) ?></dd></div>
<div><dt><?cs var:Lang.commend.checked_at ?></dt><dd><?cs var:at(Page.Now) ?></dd></div>
</dl>
<p><?cs var:Lang.commend.compare ?></p>
<a class="button second" href="/commend/verify"><?cs var:Lang.commend.verify_other ?></a>
<?cs include!"public_foot.cs" ?>
