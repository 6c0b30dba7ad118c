<?cs set:Title = Lang.support.Fund.out ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<?cs if:subcount(Page.Purses) ?><form method="post" enctype="multipart/form-data" action="/support/funds/out" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>">
<div class="bar">
<p class="crumb"><a href="/support/funds"><?cs var:Lang.support.Fund.ledger ?></a> › <?cs var:Lang.support.Fund.out ?></p>
<h1><?cs var:Lang.support.Fund.out ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.support.Fund.hand_in ?></button></p>
</div>
<p><?cs var:Lang.support.Fund.out_about ?></p>
<div class="form">
<?cs call:select("purse", "required", Page.Purses) ?><?cs call:select("line", "optional", Page.Lines) ?><?cs
call:text_short("amount_yuan", "required") ?><?cs call:day("happened_on", "required") ?><?cs
call:text_as("party", "required", Lang.support.Fund.party_out, "") ?><?cs
call:text_as("volunteer_no", "optional", Lang.support.Fund.party_volunteer, Lang.support.Fund.party_volunteer_hint) ?><?cs
set:At.wide = #1 ?><?cs call:text("purpose", "required") ?><?cs
set:At.wide = #1 ?><?cs call:file("file", "optional", "image/jpeg,image/png,application/pdf") ?></div>
</form>
<?cs else ?><div class="bar">
<p class="crumb"><a href="/support/funds"><?cs var:Lang.support.Fund.ledger ?></a> › <?cs var:Lang.support.Fund.out ?></p>
<h1><?cs var:Lang.support.Fund.out ?></h1>
</div>
<p class="empty"><?cs var:Lang.support.Fund.out_empty ?></p>
<p><a class="button" href="/support/funds/in"><?cs var:Lang.support.Fund.in ?></a></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
