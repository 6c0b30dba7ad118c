<?cs set:Title = Lang.account.phone_in ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/sign-in?as=volunteer"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.phone_in ?></h1>
<?cs if:Page.Off ?><p class="note wait"><?cs var:Lang.account.phone_off ?></p>
<?cs else ?><p><?cs if:Page.Bind ?><?cs var:Lang.account.phone_bind_about ?><?cs else ?><?cs var:Lang.account.phone_about ?><?cs /if ?></p>
<form method="post" action="/account/phone" novalidate><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?>
<?cs call:tel("phone", "required") ?><button class="button" type="submit"><?cs var:Lang.account.code_send ?></button>
</form>
<?cs /if ?><?cs include!"public_foot.cs" ?>
