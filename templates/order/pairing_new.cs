<?cs set:Title = Lang.order.pairing_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/order/pairing/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/order/pairing"><?cs var:Lang.order.pairings ?></a> › <?cs var:Lang.order.pairing_new ?></p>
<h1><?cs var:Lang.order.pairing_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.order.pairing_about ?></p>
<div class="form">
<?cs call:text_short("household", "required") ?><?cs call:number("every_days", "required") ?><?cs
call:text_short("volunteer_no", "required") ?><?cs call:text_short("helper_no", "optional") ?><?cs
call:text("services", "required") ?><?cs call:text("agreement_no", "optional") ?><?cs call:day("starts_on", "required") ?><?cs
call:day("ends_on", "optional") ?><?cs call:text("contact_name", "optional") ?><?cs call:text("contact_phone", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
