<?cs set:Title = Page.Honour.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/honours"><?cs var:Lang.commend.honours ?></a> › <?cs var:Page.Honour.no ?></p>
<h1><?cs var:Page.Honour.name ?></h1>
<b class="tag <?cs var:Page.Honour.state ?>"><?cs var:Lang.State.honour[Page.Honour.state] ?></b>
<?cs if:Page.Can.amend ?><div class="acts"><a class="button" href="/commend/manage/honours/<?cs
var:Page.Honour.no ?>/edit" data-key="e"><?cs var:Lang.Layout.amend ?></a></div>
<?cs /if ?></div>
<?cs include!"refused.cs" ?>
<dl class="facts">
<div><dt><?cs var:Lang.commend.honour_no ?></dt><dd><?cs var:Page.Honour.no ?></dd></div>
<div><dt><?cs var:Lang.commend.Field.awarded_on ?></dt><dd><?cs var:on(Page.Honour.awarded_on) ?></dd></div>
<div><dt><?cs var:Lang.commend.subject ?></dt><dd><?cs var:Lang.State.honour_subject[Page.Honour.subject] ?></dd></div>
<?cs if:Page.Honour.thing ?><div><dt><?cs var:Lang.commend.recipient ?></dt><dd><?cs var:Page.Honour.thing ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.person ?><div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Honour.person ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.volunteer_no ?><div><dt><?cs var:Lang.commend.Field.volunteer_no ?></dt><dd><a
href="/account/volunteers/<?cs var:Page.Honour.volunteer_no ?>"><?cs var:Page.Honour.volunteer_no ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.Field.authority ?></dt><dd><?cs var:Page.Honour.authority ?></dd></div>
<div><dt><?cs var:Lang.commend.Field.authority_kind ?></dt><dd><?cs
var:Lang.State.honour_authority_kind[Page.Honour.authority_kind] ?></dd></div>
<?cs if:Page.Honour.document_name ?><div><dt><?cs var:Lang.commend.Field.document_name ?></dt><dd><?cs
var:Page.Honour.document_name ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.document_no ?><div><dt><?cs var:Lang.commend.Field.document_no ?></dt><dd><?cs
var:Page.Honour.document_no ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.decision ?><div><dt><?cs var:Lang.commend.decision ?></dt><dd><a href="/commend/manage/decisions/<?cs
var:Page.Honour.decision ?>"><?cs var:Page.Honour.decision_title ?></a></dd></div>
<?cs /if ?><?cs if:Page.Honour.document ?><div><dt><?cs var:Lang.commend.evidence_file ?></dt><dd><a href="/commend/manage/honours/<?cs
var:Page.Honour.no ?>/evidence"><?cs var:Lang.commend.evidence_open ?></a></dd></div>
<?cs /if ?><?cs if:Page.Honour.created_by ?><div><dt><?cs var:Lang.commend.created_by ?></dt><dd><?cs
var:Page.Honour.created_by ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.verified_by ?><div><dt><?cs var:Lang.commend.verified_by ?></dt><dd><?cs
var:Page.Honour.verified_by ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.notice_until ?><div><dt><?cs var:Lang.commend.notice_until ?></dt><dd><?cs
var:on(Page.Honour.notice_until) ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.reason ?><div class="whole"><dt><?cs var:Lang.Layout.reason ?></dt><dd><?cs
var:Page.Honour.reason ?></dd></div>
<?cs /if ?><?cs if:Page.Honour.content ?><div class="whole"><dt><?cs var:Lang.commend.Field.content ?></dt><dd><?cs
var:Page.Honour.content ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Honour.state == "to_verify" && !Page.Honour.decision ?><h2><?cs var:Lang.commend.evidence_file ?></h2>
<form class="form" method="post" enctype="multipart/form-data" action="/commend/manage/honours/<?cs
var:Page.Honour.no ?>/evidence" novalidate><?cs include!"token.cs" ?>
<?cs call:file("file", "required", "image/jpeg,image/png,application/pdf") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.evidence_add ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Who.Role.reviewer || Page.Who.Role.manager ?><?cs
if:Page.Honour.state == "to_verify" && !Page.Honour.decision ?><div class="two">
<section>
<h2><?cs var:Lang.commend.honour_verify ?></h2>
<form class="form" method="post" action="/commend/manage/honours/<?cs var:Page.Honour.no ?>/verify" novalidate><?cs
include!"token.cs" ?><?cs if:Page.Honour.edits ?><input type="hidden" name="edits" value="<?cs var:Page.Honour.edits ?>"><?cs /if ?>
<?cs call:check("seen", Lang.commend.Field.seen) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.honour_verify ?></button></p>
</form>
</section>
<section>
<h2><?cs var:Lang.commend.honour_refuse ?></h2>
<form class="form" method="post" action="/commend/manage/honours/<?cs var:Page.Honour.no ?>/refuse" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.honour_refuse ?></button></p>
</form>
</section>
</div>
<?cs elif:Page.Honour.state == "notice" ?><h2><?cs var:Lang.commend.honour_refuse ?></h2>
<form class="form" method="post" action="/commend/manage/honours/<?cs var:Page.Honour.no ?>/refuse" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.honour_refuse ?></button></p>
</form>
<?cs elif:Page.Honour.state == "effective" ?><h2><?cs var:Lang.commend.honour_withdraw ?></h2>
<form class="form" method="post" action="/commend/manage/honours/<?cs var:Page.Honour.no ?>/withdraw" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.honour_withdraw ?></button></p>
</form>
<?cs /if ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
