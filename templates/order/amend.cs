<?cs set:Title = Lang.order.amend + " " + Page.Order.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/order/desk/<?cs var:Page.Order.no ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/order/"><?cs var:Lang.order.orders ?></a> › <a href="/order/desk/<?cs var:Page.Order.no ?>"><?cs
var:Page.Order.no ?></a> › <?cs var:Lang.Layout.amend ?></p>
<h1><?cs var:Lang.order.amend ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.order.amend_about ?></p>
<?cs if:Page.Order.state == "taken" ?><p class="note wait"><?cs var:Lang.order.amend_taken ?></p>
<?cs /if ?><div class="form">
<?cs call:tel_as("phone", "optional", Lang.Field.phone, Page.Order.phone) ?><?cs
call:person_as("name", "optional", Lang.order.who, Page.Order.name) ?><?cs
call:select("item", "optional", Page.Items) ?><?cs
call:text_as("address", "optional", Lang.order.where, Page.Order.address) ?><?cs
set:At.wide = #1 ?><?cs call:textarea_as("detail", "optional", "2", Lang.order.Field.detail, Lang.order.call_hint) ?><?cs
call:day_as("wished_on", "optional", Lang.Field.wished_on, Lang.order.call_soon) ?><?cs
call:select_as("part", "optional", Lang.State.service_order_wished_part, Lang.order.when, "") ?><?cs
call:select_as("category", "optional", Page.Categories, Lang.Field.category, Lang.order.call_category) ?><?cs
call:select_as("group", "optional", Page.Groups, Lang.order.group, "") ?><?cs
call:select_as("sex", "optional", Lang.State.service_order_wants_sex, Lang.order.wants_sex, "") ?><?cs
call:select_as("language", "optional", Page.Languages, Lang.order.language, "") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
