<?cs set:Title = Lang.account.family_code ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/family/ask"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.family_code ?></h1>
<?cs if:Page.Young ?><p class="note wait"><?cs var:Lang.account.family_young ?></p>
<?cs else ?><p><?cs var:Lang.account.family_by_code_about ?></p>
<form method="post" action="/account/family/code" novalidate><?cs include!"token.cs" ?>
<?cs call:code_typed("family_code", "required") ?><?cs call:text_short("relation", "required") ?><button class="button" type="submit"><?cs
var:Lang.account.family_code_send ?></button>
</form>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
