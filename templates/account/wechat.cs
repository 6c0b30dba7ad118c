<?cs set:Title = Lang.account.volunteer_in ?><?cs include!"public_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.account.volunteer_in ?></h1>
<?cs if:Page.Why ?><p class="note wait"><?cs var:Lang.account.Why[Page.Why] ?></p>
<?cs else ?><p><?cs var:Lang.account.volunteer_about ?></p>
<?cs /if ?><?cs if:Page.Wechat ?><a class="button" href="/account/wechat/start?to=<?cs var:Page.ToEncoded ?>"><?cs
var:Lang.account.wechat_button ?></a>
<?cs if:!Page.Inside ?><p><?cs var:Lang.account.wechat_outside ?></p>
<?cs /if ?><?cs elif:Page.Why != "off" ?><p class="note wait"><?cs var:Lang.account.Why.off ?></p>
<?cs /if ?><?cs include!"public_foot.cs" ?>
