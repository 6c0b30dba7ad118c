<?cs set:Title = Lang.order.pairing ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/order/pair/" + Page.Pairing.no ?>
<a class="back" href="/order/pair"><?cs var:Lang.order.Pair.mine ?></a>
<h1><?cs var:Page.Home.name ?></h1>
<?cs if:Page.Care.kind ?><p class="note wait"><b><?cs var:Lang.order.Care[Page.Care.kind] ?> <?cs var:Page.Care.name ?></b> <?cs
var:Lang.order.care_today ?></p>
<?cs /if ?><?cs if:Page.Pairing.overdue == "1" ?><p class="note bad"><?cs var:Lang.order.overdue ?> <?cs
var:on(Page.Pairing.next_due) ?></p>
<?cs /if ?><section class="card">
<dl class="facts">
<?cs if:Page.Home.phone ?><div><dt><?cs var:Lang.Field.phone ?></dt><dd><a class="button" href="tel:<?cs
var:url_escape(Page.Home.phone) ?>"><?cs var:Page.Home.phone ?></a></dd></div>
<?cs /if ?><?cs if:Page.Home.address ?><div><dt><?cs var:Lang.order.address ?></dt><dd><?cs var:Page.Home.address ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.order.Field.services ?></dt><dd><?cs var:Page.Pairing.services ?></dd></div>
<div><dt><?cs var:Lang.order.Pair.every ?></dt><dd><?cs var:Page.Pairing.every_days ?> <?cs var:Lang.order.days ?></dd></div>
<?cs if:Page.Pairing.next_due ?><div><dt><?cs var:Lang.order.Pair.due ?></dt><dd><?cs var:on(Page.Pairing.next_due) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.pairing.Ledger.lead ?></dt><dd><?cs var:Page.Pairing.lead ?><?cs
if:Page.Pairing.station_phone ?> <a class="button" href="tel:<?cs var:url_escape(Page.Pairing.station_phone) ?>"><?cs
var:Page.Pairing.station_phone ?></a><?cs /if ?></dd></div>
</dl>
</section>
<?cs if:Page.Service.starts_at ?><h2><?cs var:Lang.order.Pair.planned ?></h2>
<p class="note good"><b><?cs var:at(Page.Service.starts_at) ?></b><?cs if:Page.Service.arrived_at ?><br><?cs
var:Lang.order.Pair.arrived ?> <?cs var:at(Page.Service.arrived_at) ?><?cs /if ?></p>
<?cs if:Page.Can.arrive ?><form method="post" action="<?cs var:url_validate(Base) ?>/arrive"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.order.Pair.arrive ?></button></form>
<?cs /if ?><?cs if:Page.Can.done ?><h2><?cs var:Lang.order.Pair.done ?></h2>
<p><?cs var:Lang.order.Pair.done_note ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/done" novalidate><?cs include!"token.cs" ?>
<?cs call:radios("way", "required", Lang.MetWay) ?><?cs call:code("code", "optional") ?><?cs
call:code_typed("card_code", "optional") ?><?cs call:clock("begins", "optional") ?><?cs call:clock("ends", "optional") ?><?cs
call:textarea("content", "required", "3") ?><?cs call:textarea("problems", "optional", "2") ?><?cs
call:check("alarm", Lang.order.Field.alarm) ?><?cs call:day("next_on", "optional") ?><button class="button" type="submit"><?cs
var:Lang.order.Pair.send ?></button>
</form>
<?cs /if ?><form method="post" action="<?cs var:url_validate(Base) ?>/drop"><?cs include!"token.cs" ?><button class="button danger"
 type="submit"><?cs var:Lang.order.Pair.drop ?></button></form>
<?cs elif:Page.Can.plan ?><h2><?cs var:Lang.order.Pair.plan ?></h2>
<p><?cs var:Lang.order.Pair.plan_note ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/plan" novalidate><?cs include!"token.cs" ?>
<?cs call:day("day", "required") ?><?cs call:clock("begins", "required") ?><?cs call:number("minutes", "required") ?><button
 class="button" type="submit"><?cs var:Lang.order.Pair.plan ?></button>
</form>
<h2><?cs var:Lang.order.Pair.call ?></h2>
<p><?cs var:Lang.order.Pair.call_note ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/call" novalidate><?cs include!"token.cs" ?>
<?cs call:textarea("content", "required", "3") ?><?cs call:textarea("problems", "optional", "2") ?><?cs
call:check("alarm", Lang.order.Field.alarm) ?><?cs call:day("next_on", "optional") ?><button class="button" type="submit"><?cs
var:Lang.order.Pair.send ?></button>
</form>
<?cs /if ?><?cs if:subcount(Page.Visits) ?><h2><?cs var:Lang.order.visits ?></h2>
<ul class="list">
<?cs each:v = Page.Visits ?><li><span class="row"><span><strong><?cs var:on(v.visited_on) ?> <?cs
var:Lang.order.Mode[v.mode] ?></strong><small><?cs var:v.content ?></small><?cs if:v.problems ?><small><?cs
var:v.problems ?></small><?cs /if ?></span></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
