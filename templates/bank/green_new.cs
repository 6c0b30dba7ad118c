<?cs set:Title = Lang.bank.green_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/bank/green/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/green"><?cs var:Lang.bank.greens ?></a> › <?cs var:Lang.bank.green_new ?></p>
<h1><?cs var:Lang.bank.green_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p class="note"><?cs var:Lang.bank.green_new_about ?></p>
<div class="form">
<?cs call:text("place", "required") ?><?cs call:text_short("household", "optional") ?><?cs
call:text_short("volunteer_no", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
