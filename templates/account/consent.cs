<?cs set:Title = Lang.account.agreed ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.agreed ?></h1>
<p><?cs var:Lang.account.part_consent_about ?></p>
<?cs each:c = Page.Consents ?><section class="card">
<h2><?cs var:Lang.account.Purpose[c.purpose] ?></h2>
<p><?cs var:Lang.account.PurposeAbout[c.purpose] ?></p>
<p><?cs if:c.live ?><b class="tag good"><?cs var:Lang.account.given ?></b> <?cs var:on(c.given_at) ?><?cs
elif:c.withdrawn_at ?><b class="tag off"><?cs var:Lang.account.withdrawn ?></b> <?cs var:on(c.withdrawn_at) ?><?cs
else ?><b class="tag off"><?cs var:Lang.account.not_given ?></b><?cs /if ?></p>
<?cs if:!c.needed ?><form method="post" action="/account/me/consent"><?cs include!"token.cs" ?>
<input type="hidden" name="purpose" value="<?cs var:c.purpose ?>"><?cs
if:c.live ?><button class="button quiet" type="submit" name="action" value="withdraw"><?cs var:Lang.account.withdraw ?></button><?cs
else ?><button class="button second" type="submit" name="action" value="give"><?cs var:Lang.account.give ?></button><?cs /if ?></form>
<?cs /if ?></section>
<?cs /each ?><?cs include!"volunteer_foot.cs" ?>
