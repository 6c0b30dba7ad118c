<?cs set:Title = Lang.order.pairing_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/order/pairing/<?cs var:Page.Pairing.no ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/order/pairing"><?cs var:Lang.order.pairings ?></a> › <a href="/order/pairing/<?cs
var:Page.Pairing.no ?>"><?cs var:Page.Pairing.no ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.order.pairing_edit ?></h1>
<?cs if:Page.Pairing.state == "active" ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
<?cs /if ?></div>
<?cs if:Page.Pairing.state != "active" ?><p class="note bad"><?cs var:Lang.order.Message.pairing_closed ?></p>
<?cs else ?><p><?cs var:Lang.order.pairing_edit_about ?></p>
<?cs /if ?><div class="form">
<?cs call:select("lead", "required", Page.Staff) ?><?cs call:number("every_days", "required") ?><?cs
call:text("services", "required") ?><?cs call:text_short("helper_no", "optional") ?><?cs
call:day("starts_on", "required") ?><?cs call:day("ends_on", "optional") ?><?cs call:text("agreement_no", "optional") ?><?cs
call:text_as("contact_name", "optional", "", Lang.order.contact_stays) ?><?cs
call:text_as("contact_phone", "optional", "", Lang.order.contact_stays) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
