<?cs set:Title = Lang.account.qr_confirm ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Lang.account.qr_confirm ?></h1>
<?cs if:Page.State == "shown" ?><p><?cs var:Lang.account.qr_confirm_about ?> <b><?cs var:Lang.Device[Page.Device] ?></b></p>
<p><?cs var:Lang.account.qr_pick ?></p>
<?cs each:n = Page.Numbers ?><form method="post" action="/account/qr/<?cs var:url_escape(Page.Token) ?>"><?cs
include!"token.cs" ?><input type="hidden" name="number" value="<?cs var:n.number ?>">
<button class="button second" type="submit"><?cs var:n.number ?></button>
</form>
<?cs /each ?><form method="post" action="/account/qr/<?cs var:url_escape(Page.Token) ?>"><?cs
include!"token.cs" ?><input type="hidden" name="number" value="0">
<button class="button danger" type="submit"><?cs var:Lang.account.qr_not_me ?></button>
</form>
<?cs else ?><p class="note<?cs if:Page.State == "confirmed" || Page.State == "used" ?> good<?cs else ?> wait<?cs /if ?>"><?cs
var:Lang.account.QrPhone[Page.State] ?></p>
<a class="button second" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
