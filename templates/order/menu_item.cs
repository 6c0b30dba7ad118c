<?cs set:Title = Lang.order.menu_new ?><?cs if:Page.Uid ?><?cs set:Title = Lang.order.menu_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/order/menu/new" ?><?cs if:Page.Uid ?><?cs set:Base = "/order/menu/" + Page.Uid ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(Base) ?>" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/order/menu"><?cs var:Lang.order.menu_desk ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:text_as("name", "required", Lang.order.Field.item, Lang.order.Menu.name_hint) ?><?cs
call:text_as("about", "optional", Lang.order.Menu.about, Lang.order.Menu.about_hint) ?><?cs
call:select_as("category", "required", Page.Categories, Lang.order.Ledger.category, "") ?><?cs
call:select_as("skill", "optional", Page.Skills, Lang.order.Menu.skill, Lang.order.Menu.skill_hint) ?><?cs
call:number("minutes", "required") ?><?cs
call:number_as("sort", "required", Lang.order.Field.sort, Lang.order.Menu.sort_hint) ?><fieldset class="field">
<legend><?cs var:Lang.order.ticks ?></legend>
<?cs call:check("adults", Lang.order.Menu.adults) ?><?cs call:check("dangerous", Lang.order.Menu.dangerous) ?><?cs
call:check("urgent", Lang.order.Menu.urgent) ?><?cs call:check("on", Lang.order.Menu.on) ?></fieldset>
<div class="field"><b><?cs var:Lang.order.Menu.price ?></b>
<p class="hint"><?cs var:Lang.order.no_fee ?></p></div>
</div>
</form>
<?cs include!"staff_foot.cs" ?>
