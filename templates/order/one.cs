<?cs set:Title = Lang.order.order ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/order/mine/" + Page.Order.no ?>
<a class="back" href="/order/mine"><?cs var:Lang.order.mine ?></a>
<h1><?cs var:Page.Order.what ?></h1>
<p><b class="tag <?cs var:Page.Order.state ?>"><?cs var:Lang.State.service_order[Page.Order.state] ?></b><?cs
if:Page.Order.urgent == #1 ?> <b class="tag bad"><?cs var:Lang.order.urgent ?></b><?cs /if ?></p>
<?cs if:Page.Order.wish_changed_at ?><p class="note wait"><b><?cs var:Lang.order.when_wished ?></b><br><?cs
if:Page.Order.wished_on ?><?cs var:on(Page.Order.wished_on) ?> <?cs
var:Lang.State.service_order_wished_part[Page.Order.wished_part] ?><?cs else ?><?cs var:Lang.order.soon ?><?cs /if ?><br><?cs
var:Lang.order.when_do ?></p>
<?cs /if ?><section class="card">
<dl class="facts">
<div><dt><?cs var:Lang.order.when_col ?></dt><dd><?cs if:Page.Order.visit_from ?><?cs
var:span(Page.Order.visit_from + "/" + Page.Order.visit_to) ?><?cs elif:Page.Order.wished_on ?><?cs var:on(Page.Order.wished_on) ?> <?cs
var:Lang.State.service_order_wished_part[Page.Order.wished_part] ?><?cs else ?><?cs var:Lang.order.soon ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.order.words ?></dt><dd><?cs var:Page.Order.detail ?></dd></div>
<?cs if:Page.Order.language_name ?><div><dt><?cs var:Lang.order.language ?></dt><dd><?cs var:Page.Order.language_name ?></dd></div>
<?cs /if ?><?cs if:Page.Can.contact ?><div><dt><?cs var:Lang.order.resident ?></dt><dd><?cs var:Page.Order.name ?></dd></div>
<?cs if:Page.Order.address ?><div><dt><?cs var:Lang.order.where ?></dt><dd><?cs var:Page.Order.address ?></dd></div>
<?cs /if ?><?cs /if ?><div><dt><?cs var:Lang.order.no ?></dt><dd><?cs var:Page.Order.no ?></dd></div>
</dl>
</section>
<?cs if:Page.Can.contact ?><a class="tel" href="tel:<?cs var:url_escape(Page.Order.phone) ?>"><?cs include!"icon/phone.cs" ?><span><?cs
var:Lang.order.call_resident ?><small><?cs var:Page.Order.phone ?></small></span></a>
<p class="note"><?cs var:Lang.order.contact_note ?></p>
<?cs /if ?><?cs if:Page.Can.take ?><form method="post" action="<?cs var:url_validate(Base) ?>/take"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.order.take ?></button></form>
<?cs /if ?><?cs if:Page.Can.confirm ?><h2><?cs var:Lang.order.confirm ?></h2>
<form method="post" action="<?cs var:url_validate(Base) ?>/confirm" novalidate><?cs include!"token.cs" ?>
<?cs call:code_typed("digits", "required") ?><button class="button" type="submit"><?cs var:Lang.order.confirm_send ?></button></form>
<?cs /if ?><?cs if:Page.Can.arrive ?><form method="post" action="<?cs var:url_validate(Base) ?>/arrive"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.order.arrive ?></button></form>
<?cs /if ?><?cs if:Page.Can.agree ?><h2><?cs var:Lang.order.agree ?></h2>
<form method="post" action="<?cs var:url_validate(Base) ?>/agree" novalidate><?cs include!"token.cs" ?>
<?cs call:time("visit_at", "required") ?><?cs call:number("minutes", "required") ?><button class="button<?cs
if:Page.Can.arrive ?> second<?cs /if ?>" type="submit"><?cs var:Lang.order.agree_save ?></button></form>
<?cs /if ?><?cs if:Page.Can.refuse ?><p class="soft"><?cs var:Lang.order.refuse_note ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/refuse" novalidate><?cs include!"token.cs" ?>
<?cs call:text_as("reason", "optional", Lang.order.refuse_why, "") ?><button class="button second" type="submit"><?cs
var:Lang.order.refuse ?></button></form>
<?cs /if ?><?cs if:Page.Can.release ?><form method="post" action="<?cs var:url_validate(Base) ?>/release" novalidate><?cs
include!"token.cs" ?><?cs call:text_as("reason", "optional", Lang.order.refuse_why, "") ?><button class="button danger" type="submit"><?cs
var:Lang.order.cannot ?></button></form>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
