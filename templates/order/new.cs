<?cs set:Title = Lang.order.new ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/order/new?station=<?cs var:Page.Station.no ?>"><?cs var:Lang.order.other_item ?></a>
<h1><?cs if:Page.Item.name ?><?cs var:Page.Item.name ?><?cs else ?><?cs var:Lang.order.free ?><?cs /if ?></h1>
<p class="soft"><?cs if:Page.Item.about ?><?cs var:Page.Item.about ?><br><?cs /if ?><?cs var:Lang.order.no_fee ?></p>
<form method="post" action="/order/new" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="station" value="<?cs var:Page.Station.no ?>">
<?cs if:Page.Item.uid ?><input type="hidden" name="item" value="<?cs var:Page.Item.uid ?>">
<?cs else ?><?cs call:select("category", "required", Page.Categories) ?><?cs /if ?><?cs
call:at("wished_on", "required", "", "") ?><fieldset<?cs call:at_class() ?><?cs call:at_described("wished_on") ?>>
<legend><?cs call:at_label() ?></legend>
<?cs call:at_words("wished_on") ?><div class="choices">
<?cs each:d = Page.Days ?><label class="choice"><input type="radio" id="f-wished_on<?cs
if:!first(d) ?>-<?cs var:name(d) ?><?cs /if ?>" name="wished_on" value="<?cs
var:d.code ?>"<?cs if:Page.Form.wished_on == d.code ?> checked<?cs /if ?>><span><?cs
if:d.name ?><?cs var:d.name ?><?cs else ?><?cs var:on(d.code) ?><?cs /if ?></span></label>
<?cs /each ?></div>
</fieldset>
<?cs call:day("other_on", "optional") ?><?cs set:At.chips = #1 ?><?cs
call:radios("part", "optional", Lang.State.service_order_wished_part) ?><?cs
if:Page.Item.uid ?><?cs call:textarea_as("detail", "optional", "4", Lang.order.more, Lang.order.more_hint) ?><?cs
else ?><?cs call:textarea_as("detail", "required", "4", Lang.order.what, Lang.order.what_hint) ?><?cs /if ?><?cs
call:person("name", "required") ?><?cs call:tel_as("phone", "required", "", Lang.order.phone_hint) ?><?cs
call:text("address", "optional") ?><?cs
call:select("group", "optional", Page.Groups) ?><?cs call:check("consent", Lang.order.consent) ?><?cs
call:check("proxy", Lang.order.proxy) ?><button class="button" type="submit"><?cs var:Lang.order.send ?></button>
</form>
<?cs include!"resident_foot.cs" ?>
