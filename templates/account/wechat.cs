<?cs set:Title = Lang.account.volunteer_in ?><?cs include!"public_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.account.volunteer_in ?></h1>
<?cs if:Page.Why ?><p class="note wait"><?cs var:Lang.account.Why[Page.Why] ?></p>
<?cs else ?><p><?cs var:Lang.account.volunteer_about ?></p>
<?cs /if ?><?cs if:Page.Wechat ?><a class="button" href="/account/wechat/start?to=<?cs var:Page.ToEncoded ?>"><?cs
var:Lang.account.wechat_button ?></a>
<?cs /if ?><?cs if:Page.Desk ?><form method="post" action="/account/qr"><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?>
<button class="button<?cs if:Page.Wechat ?> second<?cs /if ?>" type="submit"><?cs var:Lang.account.qr_button ?></button>
</form>
<?cs /if ?><?cs if:Page.Phone ?><a class="button<?cs if:Page.Wechat || Page.Desk ?> second<?cs /if ?>" href="/account/phone?to=<?cs
var:Page.ToEncoded ?>"><?cs var:Lang.account.phone_button ?></a>
<?cs /if ?><?cs if:Page.Open && !Page.Inside ?><p><?cs if:Page.Phone ?><?cs var:Lang.account.wechat_too ?><?cs
else ?><?cs var:Lang.account.wechat_outside ?><?cs /if ?></p>
<?cs /if ?><?cs if:!Page.Open && !Page.Phone && Page.Why != "off" ?><p class="note wait"><?cs var:Lang.account.Why.off ?></p>
<?cs /if ?><?cs include!"public_foot.cs" ?>
