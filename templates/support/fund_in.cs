<?cs set:Title = Lang.support.Fund.in ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" enctype="multipart/form-data" action="/support/funds/in" novalidate><?cs include!"token.cs" ?><input
 type="hidden" name="key" value="<?cs var:Page.Key ?>">
<div class="bar">
<p class="crumb"><a href="/support/funds"><?cs var:Lang.support.Fund.ledger ?></a> › <?cs var:Lang.support.Fund.in ?></p>
<h1><?cs var:Lang.support.Fund.in ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.support.Fund.in_about ?></p>
<div class="form">
<?cs call:select("fund_source", "required", Page.Sources) ?><?cs call:day("happened_on", "required") ?><?cs
set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:radios("way", "required", Lang.State.fund_entry_way) ?><?cs
call:text_short("amount_yuan", "required") ?><?cs call:text("estimate", "optional") ?><?cs
call:select("activity", "optional", Page.Activities) ?><?cs
call:select_as("project", "optional", Page.Projects, Lang.support.Fund.for_project, Lang.support.Fund.for_project_hint) ?><?cs
call:text_as("party", "optional", Lang.support.Fund.party_in, "") ?><?cs
call:text_as("volunteer_no", "optional", Lang.support.Fund.party_volunteer, Lang.support.Fund.party_volunteer_hint) ?><?cs
call:check("party_public", Lang.support.Fund.party_public) ?><?cs
set:At.wide = #1 ?><?cs call:text("purpose", "required") ?><?cs
set:At.wide = #1 ?><?cs call:file("file", "optional", "image/jpeg,image/png,application/pdf") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
