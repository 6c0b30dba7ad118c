<?cs set:Title = Lang.account.family_new ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/family"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.family_new ?></h1>
<?cs if:Page.Young ?><p class="note wait"><?cs var:Lang.account.family_young ?></p>
<?cs else ?><p><?cs var:Lang.account.family_new_about ?></p>
<h2><?cs var:Lang.account.family_by_code ?></h2>
<p class="soft"><?cs var:Lang.account.family_by_code_about ?></p>
<a class="button" href="/account/family/code"><?cs var:Lang.account.family_code ?></a>
<h2><?cs var:Lang.account.family_by_ask ?></h2>
<p class="soft"><?cs var:Lang.account.family_by_ask_about ?><?cs var:Lang.account.family_ask_waits ?></p>
<form method="post" action="/account/family/ask" novalidate><?cs include!"token.cs" ?>
<?cs call:person("name", "required") ?><?cs call:tel("phone", "required") ?><?cs
call:text_short("relation", "required") ?><button class="button second" type="submit"><?cs
var:Lang.account.family_ask_send ?></button>
</form>
<h2><?cs var:Lang.account.family_by_paper ?></h2>
<p><?cs var:Lang.account.family_by_paper_about ?></p>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
