<?cs set:Title = Lang.account.qr_title ?><?cs include!"public_head.cs" ?>
<a class="back" href="/account/sign-in?as=volunteer"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.qr_title ?></h1>
<?cs if:Page.State == "shown" ?><p><?cs var:Lang.account.qr_about ?></p>
<p class="qr"><svg viewBox="0 0 <?cs var:Page.Qr.side ?> <?cs var:Page.Qr.side ?>" width="240" height="240" role="img" aria-label="<?cs
var:Lang.account.qr_alt ?>"><rect width="100%" height="100%" fill="#fff"/><path d="<?cs var:Page.Qr.d ?>"/></svg></p>
<p><?cs var:Lang.account.qr_number ?></p>
<p class="code"><?cs var:Page.Number ?></p>
<p class="soft"><?cs var:Lang.account.qr_until ?> <?cs var:at(Page.Until) ?></p>
<?cs else ?><p class="note wait"><?cs var:Lang.account.Qr[Page.State] ?></p>
<form method="post" action="/account/qr"><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?>
<button class="button" type="submit"><?cs var:Lang.account.qr_again ?></button>
</form>
<?cs /if ?><?cs include!"public_foot.cs" ?>
