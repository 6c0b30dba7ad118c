<?cs set:Title = Lang.bank.offer_new ?><?cs if:Page.Uid ?><?cs set:Title = Lang.bank.offer_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/bank/offers/new" ?><?cs if:Page.Uid ?><?cs set:Base = "/bank/offers/" + Page.Uid + "/edit" ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(Base) ?>" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/offers"><?cs var:Lang.bank.offers ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
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
