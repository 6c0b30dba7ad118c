<?cs set:Title = Lang.bank.gift_new ?><?cs if:Page.Uid ?><?cs set:Title = Lang.bank.gift_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/bank/gifts/new" ?><?cs if:Page.Uid ?><?cs set:Base = "/bank/gifts/" + Page.Uid ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(Base) ?>" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/gifts"><?cs var:Lang.bank.gifts ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<?cs if:Page.Uid ?><input type="hidden" name="was" value="<?cs var:Page.Form.was ?>">
<?cs /if ?><div class="form">
<?cs call:text_as("name", "required", Lang.bank.Gifts.name, Lang.bank.gift_name_hint) ?><?cs
call:select_as("kind", "required", Lang.State.gift_kind, Lang.bank.Gifts.kind, "") ?><?cs
set:At.wide = #1 ?><?cs call:text_as("about", "optional", Lang.bank.gift_about, Lang.bank.gift_about_hint) ?><?cs
call:number_as("points", "optional", Lang.bank.Gifts.points, Lang.bank.gift_price_hint) ?><?cs
call:number_as("hours", "optional", Lang.bank.Gifts.hours, Lang.bank.gift_price_hint) ?><?cs
call:number_as("stock", "required", Lang.bank.Gifts.stock, "") ?><?cs
call:text_as("donor", "optional", Lang.bank.Gifts.donor, Lang.bank.gift_donor_hint) ?><?cs
call:number_as("worth", "optional", Lang.bank.Gifts.worth, Lang.bank.gift_worth_hint) ?><?cs
call:check("on", Lang.bank.gift_on) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
