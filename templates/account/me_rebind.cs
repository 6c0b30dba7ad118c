<?cs set:Title = Lang.account.rebind_mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me/edit"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.rebind_mine ?></h1>
<?cs if:Page.Code.text ?><p class="code"><?cs var:Page.Code.text ?></p>
<p><?cs var:Lang.account.bind_until ?> <?cs var:at(Page.Code.until) ?></p>
<ol class="line">
<?cs each:s = Lang.account.BindStep ?><li><?cs var:s ?></li>
<?cs /each ?></ol>
<p class="note wait"><?cs var:Lang.account.bind_secret ?></p>
<?cs else ?><p><?cs var:Lang.account.rebind_mine_about ?></p>
<form method="post" action="/account/me/rebind"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.account.rebind_mine_button ?></button></form>
<p class="soft"><?cs var:Lang.account.rebind_lost ?></p>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
