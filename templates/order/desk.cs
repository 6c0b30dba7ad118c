<?cs set:Title = Lang.order.dispatch ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/order/desk/" + Page.Order.no ?><?cs set:St = Page.Order.state ?><?cs
def:when(day, part) ?><?cs if:string.length(day) ?><?cs var:short(day) ?><?cs else ?><?cs var:Lang.order.soon ?><?cs /if ?><?cs
if:part != "any" ?> <?cs var:Lang.State.service_order_wished_part[part] ?><?cs /if ?><?cs /def ?><?cs
def:fact(label, value) ?><?cs if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><?cs
def:why(c) ?><?cs each:w = c.Why ?><?cs if:!first(w) ?><?cs var:Lang.order.semicolon ?><?cs /if ?><?cs
var:Lang.order.Why[w.word] ?><?cs /each ?><?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/order/"><?cs var:Lang.order.orders ?></a> › <?cs var:Page.Order.no ?></p>
<h1><?cs var:Lang.order.dispatch ?></h1>
<b class="tag <?cs var:St ?>"><?cs var:Lang.State.service_order[St] ?></b>
<div class="acts"><?cs if:Page.Can.accept ?><form method="post" action="<?cs var:url_validate(Base) ?>/accept"><?cs
include!"token.cs" ?><button class="button go" type="submit"><?cs var:Lang.order.accept ?></button></form><?cs /if ?>
<?cs if:Page.Can.amend ?><a class="button" href="<?cs var:url_validate(Base) ?>/edit" data-key="e"><?cs var:Lang.Layout.amend ?></a>
<?cs /if ?><a class="button" href="/order/desk/new" data-key="n"><?cs var:Lang.order.call ?></a></div>
</div>
<div class="two dispatch">
<section>
<?cs if:subcount(Page.Queue) ?><h2><?cs var:Lang.order.queue ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.order.queue ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.order.no ?></th><th scope="col"><?cs var:Lang.order.Field.detail ?></th><th scope="col"><?cs
var:Lang.order.when_col ?></th><th scope="col"><?cs var:Lang.order.Ledger.due_at ?></th></tr></thead>
<tbody>
<?cs each:o = Page.Queue ?><tr<?cs if:o.no == Page.Order.no ?> class="now"<?cs /if ?>><td><a href="/order/desk/<?cs
var:o.no ?>"<?cs if:o.no == Page.Order.no ?> aria-current="true"<?cs /if ?>><?cs var:o.no ?></a></td><td><?cs
var:o.what ?><?cs
if:o.urgent == #1 ?> <b class="tag bad"><?cs var:Lang.order.urgent ?></b><?cs /if ?></td><td><?cs
call:when(o.wished_on, o.wished_part) ?></td><td><?cs if:o.late == #1 ?><b class="tag late"><?cs var:Lang.order.late ?></b> <?cs
/if ?><?cs if:o.due_at ?><?cs var:at(o.due_at) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><h2><?cs var:Page.Order.what ?> <?cs
var:Page.Order.no ?></h2>
<dl class="facts">
<?cs call:fact(Lang.order.resident, Page.Order.name) ?><div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs
var:Page.Order.phone ?></dd></div>
<?cs call:fact(Lang.order.where, Page.Order.address) ?><div><dt><?cs var:Lang.order.when_col ?></dt><dd><?cs
if:Page.Order.visit_from ?><?cs var:span(Page.Order.visit_from + "/" + Page.Order.visit_to) ?><?cs
else ?><?cs call:when(Page.Order.wished_on, Page.Order.wished_part) ?><?cs /if ?></dd></div>
<?cs if:Page.Order.wish_changed_at ?><div><dt><?cs var:Lang.order.when_wished ?></dt><dd><?cs
call:when(Page.Order.wished_on, Page.Order.wished_part) ?></dd></div>
<?cs /if ?>
<?cs call:fact(Lang.order.words, Page.Order.detail) ?><?cs call:fact(Lang.order.group, Page.Order.group_name) ?><?cs
if:Page.Order.wants_sex ?><?cs call:fact(Lang.order.wants_sex, Lang.State.service_order_wants_sex[Page.Order.wants_sex]) ?><?cs /if ?><?cs
call:fact(Lang.order.language, Page.Order.language_name) ?><?cs
call:fact(Lang.order.Ledger.channel, Lang.State.service_order_channel[Page.Order.channel]) ?><?cs
call:fact(Lang.order.taken_down, Page.Order.taken_down_by) ?><?cs
if:Page.Order.volunteer ?><div><dt><?cs var:Lang.order.volunteer ?></dt><dd><a href="/account/volunteers/<?cs
var:Page.Order.volunteer_no ?>"><?cs var:Page.Order.volunteer ?></a></dd></div>
<?cs /if ?><?cs if:Page.Order.need_no ?><div><dt><?cs var:Lang.order.of_need ?></dt><dd><a href="/needs/ledger/<?cs
var:Page.Order.need_no ?>"><?cs var:Page.Order.need_no ?></a></dd></div>
<?cs /if ?><?cs if:Page.Order.activity_no ?><div><dt><?cs var:Lang.order.activity ?></dt><dd><a href="/activity/manage/<?cs
var:Page.Order.activity_no ?>"><?cs var:Page.Order.activity_no ?></a></dd></div>
<?cs /if ?><?cs call:fact(Lang.order.decline_reason, Page.Order.decline_reason) ?></dl>
<?cs if:Page.Order.masked ?><form method="post" action="<?cs var:url_validate(Base) ?>/contact" novalidate><?cs include!"token.cs" ?>
<?cs call:text("purpose", "required") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.order.look ?></button></p></form>
<?cs /if ?><h2><?cs var:Lang.order.course_desk ?></h2>
<ol class="line">
<li class="done"><b><?cs var:Lang.order.Stop.received ?></b> <?cs var:at(Page.Order.created_at) ?></li>
<?cs each:d = Page.Course ?><li><b><?cs if:d.team ?><?cs var:d.team ?> <?cs /if ?><?cs var:d.name ?></b> <span class="tag <?cs
var:d.state ?>"><?cs var:Lang.State.dispatch[d.state] ?></span> <?cs
if:d.answered_at ?><?cs var:at(d.answered_at) ?><?cs else ?><?cs var:Lang.order.until ?> <?cs var:at(d.answer_by) ?><?cs /if ?><?cs
if:d.reason ?> <?cs if:Lang.order.Reason[d.reason] ?><?cs var:Lang.order.Reason[d.reason] ?><?cs else ?><?cs var:d.reason ?><?cs
/if ?><?cs
/if ?></li>
<?cs /each ?><?cs if:Page.Order.open_at ?><li><b><?cs var:Lang.order.opened ?></b> <?cs var:at(Page.Order.open_at) ?></li>
<?cs /if ?><li class="now"><b><?cs var:Lang.State.service_order[St] ?></b><?cs if:Page.Order.due_at ?> <?cs
if:Page.Order.late == #1 ?><b class="tag late"><?cs var:Lang.order.late ?></b> <?cs /if ?><?cs var:Lang.order.until ?> <?cs
var:at(Page.Order.due_at) ?><?cs /if ?></li></ol>
</section>
<section>
<?cs if:Page.Can.send ?><form method="post" action="<?cs var:url_validate(Base) ?>/send" novalidate><?cs include!"token.cs" ?>
<h2 id="f-who"><?cs var:Lang.order.fit ?></h2>
<?cs if:subcount(Page.Fit) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.order.fit ?></caption>
<thead><tr><th class="tick" scope="col"><span class="hidden"><?cs var:Lang.order.ask_them ?></span></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th scope="col"><?cs var:Lang.order.skills ?></th><th scope="col"><?cs
var:Lang.order.why ?></th><th scope="col" class="num"><?cs var:Lang.order.week ?></th><th scope="col"><?cs
var:Lang.order.score ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Fit ?><tr><td class="tick"><input type="checkbox" name="who" value="<?cs var:c.no ?>"<?cs
if:Page.Form.who_is[c.no] || (!subcount(Page.Form) && first(c)) ?> checked<?cs /if ?> aria-label="<?cs
var:Lang.order.ask_them ?> <?cs var:c.name ?>"></td><td><a href="/account/volunteers/<?cs var:c.no ?>"><?cs
var:c.name ?></a><?cs if:c.age ?> <?cs var:c.age ?><?cs /if ?></td><td><?cs
var:c.skills ?></td><td class="wrap"><?cs call:why(c) ?></td><td class="num"><?cs
var:c.week ?></td><td><meter min="0" max="100" value="<?cs
var:c.score ?>" aria-label="<?cs var:Lang.order.score ?>"><?cs var:c.score ?></meter></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.order.fit_none ?></p>
<?cs /if ?><div class="form"><?cs call:text_short("other", "optional") ?><?cs call:select("team", "optional", Page.Teams) ?></div>
<label class="choice"><input type="checkbox" name="next" value="1"<?cs
if:Page.Form.next || !subcount(Page.Form) ?> checked<?cs /if ?>><span><?cs var:Lang.order.next ?></span></label>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.order.send_them ?></button></p>
</form>
<?cs if:subcount(Page.Barred) ?><h2><?cs var:Lang.order.barred ?></h2>
<ul class="rows">
<?cs each:c = Page.Barred ?><li><span><?cs var:c.name ?></span><span><?cs var:Lang.order.Bar[c.bar] ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /if ?><?cs if:Page.Can.open ?><form method="post" action="<?cs var:url_validate(Base) ?>/open"><?cs
include!"token.cs" ?><p class="hint"><?cs var:Lang.order.open_about ?></p><button class="button" type="submit"><?cs
var:Lang.order.open ?></button></form>
<?cs /if ?><?cs if:Page.Order.code ?><h2><?cs var:Lang.order.code_title ?></h2>
<p class="note"><b><?cs var:Page.Order.code ?></b> <?cs var:Lang.order.code_desk ?></p>
<?cs /if ?><?cs if:Page.Can.agree ?><h2><?cs var:Lang.order.agree ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/agree" novalidate><?cs include!"token.cs" ?>
<?cs call:time("visit_at", "required") ?><?cs
call:number("minutes", "required") ?><p class="acts"><button class="button go" type="submit"><?cs
var:Lang.order.agree_save ?></button></p></form>
<?cs /if ?><?cs if:Page.Can.code ?><form method="post" action="<?cs var:url_validate(Base) ?>/code"><?cs include!"token.cs" ?>
<p class="hint"><?cs var:Lang.order.code_desk_about ?></p><button class="button" type="submit"><?cs
var:Lang.order.code_read ?></button></form>
<?cs /if ?><?cs if:Page.Can.rate ?><h2><?cs var:Lang.order.rate_told ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/rate" novalidate><?cs include!"token.cs" ?>
<?cs call:select_as("score", "required", Page.Scores, Lang.order.rate_label, "") ?><?cs set:At.wide = #1 ?><?cs
call:textarea("comment", "optional", "3") ?><p class="acts"><button class="button go" type="submit"><?cs
var:Lang.Layout.save ?></button></p></form>
<?cs /if ?><?cs if:Page.Can.served ?><details><summary><?cs var:Lang.order.served_without ?></summary>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/served" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs
call:text_as("how", "required", Lang.Field.reason, Lang.order.served_hint) ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.order.served_done ?></button></p></form></details>
<?cs /if ?><?cs if:Page.Can.release ?><h2><?cs var:Lang.order.release ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/release" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs
call:text_as("reason", "required", Lang.Field.reason, "") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.order.release ?></button></p></form>
<?cs /if ?><?cs if:Page.Can.decline ?><details><summary><?cs var:Lang.order.decline ?></summary>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/decline" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs
call:text_as("reason", "required", Lang.order.decline_reason, Lang.order.decline_hint) ?><p class="acts"><button
 class="button bad" type="submit"><?cs var:Lang.order.decline ?></button></p></form></details>
<?cs /if ?><?cs if:Page.Can.cancel ?><form method="post" action="<?cs var:url_validate(Base) ?>/cancel"><?cs include!"token.cs" ?>
<button class="button bad" type="submit"><?cs var:Lang.order.cancel_for ?></button></form>
<?cs /if ?></section>
</div>
<?cs include!"staff_foot.cs" ?>
