<?cs set:Title = Lang.bank.offer_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/bank/offers/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/offers"><?cs var:Lang.bank.offers ?></a> › <?cs var:Lang.bank.offer_new ?></p>
<h1><?cs var:Lang.bank.offer_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:text_as("partner", "required", Lang.bank.Offers.partner, Lang.bank.offer_partner_hint) ?><?cs
call:day_as("valid_until", "required", Lang.bank.Offers.until, "") ?><?cs
set:At.wide = #1 ?><?cs call:text_as("offer", "required", Lang.bank.Offers.offer, Lang.bank.offer_hint) ?><?cs
call:number_as("star_from", "required", Lang.bank.Offers.star, Lang.bank.offer_star_hint) ?><?cs
call:number_as("hours_from", "optional", Lang.bank.Offers.hours, "") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
