<?cs set:Title = Lang.account.family_over ?><?cs include!"volunteer_head.cs" ?>
<h1><?cs var:Lang.account.family_over ?></h1>
<p><?cs var:Lang.account.family_over_about ?></p>
<form method="post" action="/account/family/self"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.Acting.back ?></button></form>
<?cs include!"volunteer_foot.cs" ?>
