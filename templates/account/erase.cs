<?cs set:Title = Lang.account.erase ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.erase ?></h1>
<p><?cs var:Lang.account.erase_about ?></p>
<p class="note wait"><?cs var:Lang.account.erase_certificate ?></p>
<form method="post" action="/account/me/erase" novalidate><?cs include!"token.cs" ?>
<?cs call:check("confirm", "") ?><button class="button danger" type="submit"><?cs var:Lang.account.erase_button ?></button>
</form>
<a class="button quiet" href="/account/me"><?cs var:Lang.account.erase_not ?></a>
<?cs include!"volunteer_foot.cs" ?>
