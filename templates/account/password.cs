<?cs set:Title = Lang.account.password_title ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/account/password" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/desk"><?cs var:Lang.Nav.desk ?></a> › <?cs var:Lang.account.password_title ?></p>
<h1><?cs var:Lang.account.password_title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.account.password_about ?></p>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:password("password", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:password_new("password_new", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:password_new("password_again", "required") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
