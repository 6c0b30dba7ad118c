<?cs set:Title = Lang.commend.honour_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/commend/manage/honours/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/honours"><?cs var:Lang.commend.honours ?></a> › <?cs var:Lang.commend.honour_new ?></p>
<h1><?cs var:Lang.commend.honour_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:text_short("volunteer_no", "optional") ?><?cs set:At.need = "optional" ?><?cs include!"commend/things.cs" ?>
<?cs call:day("awarded_on", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("name", "required", Lang.commend.honour_name, "") ?>
<?cs set:At.wide = #1 ?><?cs call:radios("authority_kind", "required", Lang.State.honour_authority_kind) ?>
<?cs set:At.wide = #1 ?><?cs call:text("authority", "optional") ?>
<?cs call:text("document_name", "optional") ?><?cs call:text("document_no", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("content", "optional", "4") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
