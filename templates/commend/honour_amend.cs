<?cs set:Title = Lang.commend.honour_amend + " " + Page.Honour.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/commend/manage/honours/<?cs var:Page.Honour.no ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/honours"><?cs var:Lang.commend.honours ?></a> › <a href="/commend/manage/honours/<?cs
var:Page.Honour.no ?>"><?cs var:Page.Honour.no ?></a> › <?cs var:Lang.Layout.amend ?></p>
<h1><?cs var:Lang.commend.honour_amend ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.commend.honour_amend_about ?></p>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:text_as("name", "required", Lang.commend.honour_name, "") ?>
<?cs call:day("awarded_on", "required") ?><?cs if:Page.Honour.authority_kind != "own" ?><?cs call:text("authority", "required") ?>
<?cs call:text("document_name", "required") ?><?cs else ?><?cs call:text("document_name", "optional") ?><?cs /if ?><?cs
call:text("document_no", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("content", "optional", "4") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
