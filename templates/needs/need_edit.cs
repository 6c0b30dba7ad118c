<?cs set:Title = Lang.needs.need_edit + " " + Page.Need.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/ledger"><?cs var:Lang.needs.ledger ?></a> › <a href="/needs/ledger/<?cs var:Page.Need.no ?>"><?cs
var:Page.Need.no ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.needs.need_edit ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.needs.sealed_about ?></p>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:textarea("description", "required", "3") ?>
<?cs call:select("category", "required", Page.Category) ?><?cs call:select("target_group", "optional", Page.Recipient) ?><?cs
call:person_as("name", "optional", "", Lang.needs.stays) ?><?cs call:tel_as("phone", "optional", "", Lang.needs.stays) ?><?cs
call:text_as("address", "optional", "", Lang.needs.stays) ?><?cs call:text("grid", "optional") ?><?cs
call:select("sex", "optional", Page.Sex) ?><?cs call:select("age_band", "optional", Page.Age) ?><?cs
call:text("wished", "optional") ?><?cs call:text("frequency", "optional") ?><?cs
call:select("owner", "optional", Page.Staff) ?><?cs call:day("reply_by", "required") ?><?cs
set:At.wide = #1 ?><?cs call:text("risk", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
