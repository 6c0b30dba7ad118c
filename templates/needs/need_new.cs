<?cs set:Title = Lang.needs.need_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/ledger/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/ledger"><?cs var:Lang.needs.ledger ?></a> › <?cs var:Lang.needs.need_new ?></p>
<h1><?cs var:Lang.needs.need_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:radios("source", "required", Lang.needs.SourceChoice) ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("description", "required", "3") ?>
<?cs call:select("category", "required", Page.Category) ?><?cs call:select("target_group", "optional", Page.Recipient) ?>
<?cs call:code_typed("household", "optional") ?><?cs call:person("name", "optional") ?><?cs call:tel("phone", "optional") ?><?cs
call:text("address", "optional") ?><?cs call:select("sex", "optional", Page.Sex) ?><?cs
call:select("age_band", "optional", Page.Age) ?><?cs call:text("frequency", "optional") ?>
<?cs call:text("grid", "optional") ?><?cs call:text("wished", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:text("risk", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
