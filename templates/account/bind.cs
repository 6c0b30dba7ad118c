<?cs set:Title = Lang.account.bind ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/register"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.bind ?></h1>
<p><?cs var:Lang.account.bind_about ?></p>
<form method="post" action="/account/bind" novalidate><?cs include!"token.cs" ?>
<?cs call:text("bind_code", "required") ?><button class="button" type="submit"><?cs var:Lang.account.bind_button ?></button>
</form>
<p class="soft"><?cs var:Lang.account.bind_no_code ?></p>
<?cs include!"public_foot.cs" ?>
