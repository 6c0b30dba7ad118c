<?cs set:Title = Lang.order.call ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/order/desk/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/order/"><?cs var:Lang.order.orders ?></a> › <?cs var:Lang.order.call ?></p>
<h1><?cs var:Lang.order.call ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.order.call_save ?></button></p>
</div>
<?cs if:Page.Need.no ?><input type="hidden" name="need" value="<?cs var:Page.Need.no ?>">
<p class="note"><?cs var:Lang.order.of_need ?> <a href="/needs/ledger/<?cs var:Page.Need.no ?>"><?cs var:Page.Need.no ?></a> <?cs
var:Page.Need.name ?> <?cs var:Page.Need.phone ?> <?cs var:Page.Need.address ?> <?cs var:Lang.order.of_need_about ?></p>
<?cs /if ?><?cs set:Who = "required" ?><?cs if:Page.Need.no && Page.Need.name && Page.Need.phone ?><?cs set:Who = "optional" ?><?cs
/if ?><div class="form">
<?cs if:!subcount(Page.Errors) ?><?cs set:At.begin = #1 ?><?cs /if ?><?cs
call:tel_as("phone", Who, Lang.Field.phone, "") ?><?cs call:person_as("name", Who, Lang.order.who, "") ?><?cs
call:select("item", "optional", Page.Items) ?><?cs call:text_as("address", "optional", Lang.order.where, "") ?><?cs
set:At.wide = #1 ?><?cs call:textarea_as("detail", "optional", "2", Lang.order.Field.detail, Lang.order.call_hint) ?><?cs
call:day_as("wished_on", "optional", Lang.Field.wished_on, Lang.order.call_soon) ?><?cs
call:select_as("part", "optional", Lang.State.service_order_wished_part, Lang.order.when, "") ?><?cs
call:select_as("category", "optional", Page.Categories, Lang.Field.category, Lang.order.call_category) ?><?cs
call:select_as("group", "optional", Page.Groups, Lang.order.group, "") ?><?cs
call:select_as("sex", "optional", Lang.State.service_order_wants_sex, Lang.order.wants_sex, "") ?><?cs
call:select_as("language", "optional", Page.Languages, Lang.order.language, "") ?><?cs
call:radios_as("channel", "required", Lang.order.Channel, Lang.order.Ledger.channel, "") ?><fieldset class="field">
<legend><?cs var:Lang.order.ticks ?></legend>
<?cs call:check("consent", Lang.order.call_consent) ?><?cs call:check("verified", Lang.order.call_verified) ?><?cs
call:check("urgent", Lang.order.call_urgent) ?><?cs call:check("proxy", Lang.order.proxy) ?></fieldset>
</div>
</form>
<?cs include!"staff_foot.cs" ?>
