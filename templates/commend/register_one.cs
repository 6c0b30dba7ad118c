<?cs set:Title = Page.Certificate.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/certificates"><?cs var:Lang.commend.register ?></a> › <?cs var:Page.Certificate.no ?></p>
<h1><?cs var:Lang.commend.certificate_no ?> <?cs var:Page.Certificate.no ?></h1>
<b class="tag <?cs var:Page.Certificate.state ?>"><?cs var:Lang.State.certificate[Page.Certificate.state] ?></b>
<p class="acts"><a class="button go" href="/commend/certificate/<?cs var:Page.Certificate.no ?>"><?cs
var:Lang.commend.certificate_open ?></a></p>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Certificate.name ?></dd></div>
<?cs if:Page.Certificate.volunteer_no ?><div><dt><?cs var:Lang.commend.Field.volunteer_no ?></dt><dd><a
href="/account/volunteers/<?cs var:Page.Certificate.volunteer_no ?>"><?cs var:Page.Certificate.volunteer_no ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.period ?></dt><dd><?cs
var:span(Page.Certificate.from_on + "/" + Page.Certificate.to_on) ?></dd></div>
<div><dt><?cs var:Lang.commend.hours ?></dt><dd><?cs var:Page.Certificate.hours ?></dd></div>
<div><dt><?cs var:Lang.commend.records_n ?></dt><dd><?cs var:Page.Certificate.records ?></dd></div>
<?cs if:Page.Certificate.purpose ?><div><dt><?cs var:Lang.commend.Field.purpose ?></dt><dd><?cs var:Page.Certificate.purpose ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.issued_on ?></dt><dd><?cs var:at(Page.Certificate.issued_at) ?></dd></div>
<div><dt><?cs var:Lang.commend.handler ?></dt><dd><?cs if:Page.Certificate.handler ?><?cs var:Page.Certificate.handler ?><?cs
else ?><?cs var:Lang.commend.self_printed ?><?cs /if ?></dd></div>
<?cs if:Page.Certificate.notice_until ?><div><dt><?cs var:Lang.commend.notice_until ?></dt><dd><?cs
var:on(Page.Certificate.notice_until) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.checks ?></dt><dd><?cs var:Page.Certificate.checks ?></dd></div>
<?cs if:Page.Certificate.revoked_at ?><div><dt><?cs var:Lang.commend.revoked_at ?></dt><dd><?cs
var:at(Page.Certificate.revoked_at) ?></dd></div>
<div><dt><?cs var:Lang.commend.revoked_by ?></dt><dd><?cs var:Page.Certificate.revoked_by ?></dd></div>
<div class="whole"><dt><?cs var:Lang.commend.revoked_reason ?></dt><dd><?cs var:Page.Certificate.revoked_reason ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Certificate.state == "issued" && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?><h2><?cs
var:Lang.commend.revoke ?></h2>
<p><?cs var:Lang.commend.revoke_about ?></p>
<form class="form" method="post" action="/commend/manage/certificates/<?cs var:Page.Certificate.no ?>/revoke" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.revoke ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
