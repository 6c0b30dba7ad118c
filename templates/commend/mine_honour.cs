<?cs set:Title = Lang.commend.honour_apply ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/commend/mine"><?cs var:Lang.commend.to_mine ?></a>
<h1><?cs var:Lang.commend.honour_apply ?></h1>
<p><?cs var:Lang.commend.honour_apply_lead ?></p>
<form method="post" action="/commend/mine/honour" novalidate><?cs include!"token.cs" ?>
<?cs call:text_as("name", "required", Lang.commend.honour_name, "") ?><?cs call:day("awarded_on", "required") ?><?cs
call:radios("authority_kind", "required", Lang.commend.AuthorityOutside) ?><?cs
call:text_as("authority", "required", "", Lang.commend.Mine.authority) ?><?cs
call:text_as("document_name", "required", "", Lang.commend.Mine.document_name) ?><?cs call:text("document_no", "optional") ?><?cs
call:textarea("content", "optional", "4") ?>
<button class="button" type="submit"><?cs var:Lang.Layout.send ?></button>
</form>
<?cs include!"resident_foot.cs" ?>
