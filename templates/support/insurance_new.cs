<?cs set:Title = Lang.support.new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" enctype="multipart/form-data" action="/support/insurance/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/insurance"><?cs var:Lang.support.insurance ?></a> › <?cs var:Lang.support.new ?></p>
<h1><?cs var:Lang.support.new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.support.new_about ?></p>
<div class="form">
<?cs call:text("insurer", "required") ?><?cs call:text("policy_no", "required") ?><?cs call:text("kind", "required") ?><?cs
call:number("premium_yuan", "optional") ?><?cs call:day("from_on", "required") ?><?cs call:day("to_on", "required") ?><?cs
set:At.wide = #1 ?><?cs call:radios("covers", "required", Lang.State.insurance_covers) ?><?cs
call:select("project", "optional", Page.Projects) ?><?cs call:file("file", "optional", "image/jpeg,image/png,application/pdf") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
