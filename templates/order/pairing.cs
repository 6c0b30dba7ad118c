<?cs set:Title = Page.Pairing.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/order/pairing/" + Page.Pairing.no ?><?cs def:fact(label, value) ?><?cs
if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/order/pairing"><?cs var:Lang.order.pairings ?></a> › <?cs var:Page.Pairing.no ?></p>
<h1><?cs var:Page.Home.name ?> · <?cs var:Page.Pairing.volunteer ?></h1>
<b class="tag <?cs var:Page.Pairing.state ?>"><?cs var:Lang.State.pairing[Page.Pairing.state] ?></b>
<?cs if:Page.Pairing.state == "active" ?><div class="acts"><a class="button" href="<?cs
var:url_validate(Base) ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a></div>
<?cs /if ?></div>
<?cs if:Page.Code ?><p class="note good"><?cs var:Lang.order.code_is ?> <b class="figure"><?cs var:Page.Code ?></b></p>
<?cs /if ?><?cs if:Page.Care.kind ?><p class="note wait"><b><?cs var:Lang.order.Care[Page.Care.kind] ?> <?cs
var:Page.Care.name ?></b> <?cs var:Lang.order.care_today ?></p>
<?cs /if ?><?cs if:Page.Pairing.state == "ended" ?><p class="note"><?cs var:Lang.State.pairing.ended ?> <?cs
var:Page.Pairing.end_reason ?></p>
<?cs /if ?><dl class="facts">
<?cs call:fact(Lang.pairing.Ledger.household_no, Page.Pairing.household_no) ?><?cs call:fact(Lang.Field.phone, Page.Home.phone) ?><?cs
call:fact(Lang.order.address, Page.Home.address) ?><?cs call:fact(Lang.order.contact, Page.Home.contact) ?><?cs
call:fact(Lang.pairing.Ledger.volunteer, Page.Pairing.volunteer + " " + Page.Pairing.volunteer_no) ?><?cs
if:Page.Pairing.helper ?><?cs call:fact(Lang.pairing.Ledger.helper, Page.Pairing.helper + " " + Page.Pairing.helper_no) ?><?cs
/if ?><?cs call:fact(Lang.pairing.Ledger.lead, Page.Pairing.lead) ?><?cs
call:fact(Lang.order.Field.services, Page.Pairing.services) ?><?cs
call:fact(Lang.order.Field.agreement_no, Page.Pairing.agreement_no) ?><div><dt><?cs var:Lang.order.Field.every_days ?></dt><dd><?cs
var:Page.Pairing.every_days ?></dd></div>
<div><dt><?cs var:Lang.order.agreed_days ?></dt><dd><?cs if:Page.Pairing.ends_on ?><?cs
var:span(Page.Pairing.starts_on + "/" + Page.Pairing.ends_on) ?><?cs else ?><?cs var:on(Page.Pairing.starts_on) ?><?cs
var:Lang.order.onwards ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.pairing.Ledger.next_due ?></dt><dd><?cs if:Page.Pairing.next_due ?><?cs var:on(Page.Pairing.next_due) ?><?cs
/if ?><?cs if:Page.Pairing.overdue == "1" ?> <b class="tag overdue"><?cs var:Lang.order.overdue ?></b><?cs /if ?></dd></div>
</dl>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/look" novalidate><?cs include!"token.cs" ?>
<?cs call:text("purpose", "required") ?><p class="acts"><button class="button" type="submit"><?cs var:Lang.order.look_home ?></button></p>
</form>
<h2><?cs var:Lang.order.next_service ?></h2>
<?cs if:Page.Service.no ?><p><?cs var:at(Page.Service.starts_at) ?> <?cs var:Page.Service.volunteer ?><?cs
if:Page.Service.arrived_at ?> <b class="tag met"><?cs var:Lang.order.Pair.arrived ?></b><?cs /if ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/code"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.order.code_by_phone ?></button> <span class="soft"><?cs var:Lang.order.code_note ?></span></form>
<?cs if:Page.Card.state == "live" ?><h3><?cs var:Lang.order.type_code ?></h3>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/type" novalidate><?cs include!"token.cs" ?>
<?cs call:code_typed("card_code", "required") ?><?cs call:clock("begins", "required") ?><?cs call:clock("ends", "required") ?><?cs
set:At.wide = #1 ?><?cs call:textarea("content", "required", "2") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.Layout.save ?></button></p>
</form>
<?cs /if ?><?cs else ?><p class="soft"><?cs var:Lang.order.no_service ?></p>
<?cs /if ?><h2><?cs var:Lang.order.card ?></h2>
<?cs if:Page.Card.no ?><p><?cs var:Page.Card.no ?> <b class="tag <?cs var:Page.Card.state ?>"><?cs
var:Lang.State.code_card[Page.Card.state] ?></b> <?cs var:Lang.order.card_left ?> <?cs var:Page.Card.remaining ?> <?cs
var:Lang.order.times ?> · <?cs var:Lang.order.card_printed ?> <?cs var:Page.Card.printed_by ?> <?cs var:at(Page.Card.printed_at) ?><?cs
if:Page.Card.handed_at ?> · <?cs var:Lang.order.card_handed ?> <?cs var:Page.Card.handed_by ?> <?cs var:at(Page.Card.handed_at) ?><?cs
/if ?></p>
<?cs if:Page.Card.state == "printed" ?><form method="post" action="<?cs var:url_validate(Base) ?>/hand"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.order.card_hand ?></button></form>
<?cs /if ?><form class="form" method="post" action="<?cs var:url_validate(Base) ?>/revoke" novalidate><?cs include!"token.cs" ?>
<?cs call:text("why", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.order.card_revoke ?></button></p>
</form>
<?cs else ?><p><?cs var:Lang.order.no_card ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/card"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.order.card_print ?></button> <span class="soft"><?cs var:Lang.order.card_once ?></span></form>
<?cs /if ?><h2><?cs var:Lang.order.visits ?> <?cs var:Page.Pairing.visits ?></h2>
<?cs if:subcount(Page.Visits) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.order.visits ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.order.Field.day ?></th><th scope="col"><?cs var:Lang.pairing.Ledger.volunteer ?></th><th
 scope="col"><?cs var:Lang.order.Field.content ?></th><th scope="col"><?cs var:Lang.order.Field.problems ?></th><th scope="col"><?cs
var:Lang.order.Field.way ?></th></tr></thead>
<tbody>
<?cs each:v = Page.Visits ?><tr><td><?cs var:short(v.visited_on) ?> <?cs var:Lang.order.Mode[v.mode] ?></td><td><?cs
var:v.volunteer ?></td><td class="w"><?cs var:v.content ?></td><td><?cs var:v.problems ?><?cs
if:v.open_urgent == "1" ?> <b class="tag overdue"><?cs var:Lang.order.open_urgent ?></b><form method="post" action="<?cs
var:url_validate(Base) ?>/seen"><?cs include!"token.cs" ?><input type="hidden" name="visit" value="<?cs
var:v.uid ?>"><button class="button" type="submit"><?cs var:Lang.order.seen_it ?></button></form><?cs
elif:v.seen_by ?> <span class="soft"><?cs var:Lang.order.seen ?> <?cs var:v.seen_by ?></span><?cs /if ?></td><td><?cs
if:v.way ?><?cs var:Lang.MetWay[v.way] ?> <?cs var:v.record ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.order.no_visits ?></p>
<?cs /if ?><?cs include!"order/months.cs" ?><?cs if:Page.Pairing.state == "active" ?><h2><?cs var:Lang.order.end ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/end" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.order.end ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
