<?cs set:Title = Lang.needs.need + " " + Page.Need.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/ledger"><?cs var:Lang.needs.ledger ?></a> › <?cs var:Page.Need.no ?></p>
<h1><?cs var:Lang.needs.need ?> <?cs var:Page.Need.no ?></h1>
<b class="tag <?cs var:Page.Need.state ?>"><?cs var:Lang.State.need[Page.Need.state] ?></b>
<div class="acts"><?cs if:Page.Need.state != "done" && Page.Need.state != "merged" ?><a class="button" href="/needs/ledger/<?cs
var:Page.Need.no ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a><?cs /if ?><?cs
if:Page.Need.state == "declined" ?><form method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/reopen"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.needs.need_reopen ?></button></form><?cs /if ?><?cs
if:Page.Need.state == "verified" ?>
<a class="button" href="/order/desk/new?need=<?cs var:url_escape(Page.Need.no) ?>"><?cs var:Lang.needs.to_order ?></a>
<a class="button go" href="/project/new?need=<?cs var:url_escape(Page.Need.no) ?>"><?cs var:Lang.needs.to_project ?></a><?cs
/if ?></div>
</div>
<?cs if:Page.Unmasked ?><p class="note wait"><?cs var:Lang.needs.unmasked ?></p>
<?cs /if ?><?cs if:Page.Need.merged_into ?><p class="note"><?cs var:Lang.needs.merged_into ?> <a href="/needs/ledger/<?cs
var:Page.Need.merged_into ?>"><?cs var:Page.Need.merged_into ?></a></p>
<?cs elif:!Page.Need.answered_on ?><p class="note <?cs if:Page.Need.reply_left < #0 ?>bad<?cs else ?>wait<?cs /if ?>"><?cs
if:Page.Need.reply_left < #0 ?><?cs var:Lang.needs.Reply.late ?><?cs else ?><?cs var:Lang.needs.Reply.waiting ?><?cs /if ?> <?cs
var:Lang.needs.reply_by ?> <?cs var:on(Page.Need.reply_by) ?> <?cs if:Page.Need.reply_left > #0 ?><?cs
var:Lang.needs.reply_left ?> <?cs var:Page.Need.reply_left ?> <?cs var:Lang.needs.workdays ?><?cs /if ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.needs.day ?></dt><dd><?cs var:at(Page.Need.registered_at) ?></dd></div>
<div><dt><?cs var:Lang.needs.source ?></dt><dd><?cs var:Lang.needs.Source[Page.Need.source] ?></dd></div>
<div><dt><?cs var:Lang.needs.category ?></dt><dd><?cs var:Page.Need.category_name ?></dd></div>
<?cs if:Page.Need.target_name ?><div><dt><?cs var:Lang.needs.target_group ?></dt><dd><?cs var:Page.Need.target_name ?></dd></div>
<?cs /if ?><?cs if:Page.Need.age_band ?><div><dt><?cs var:Lang.needs.age_band ?></dt><dd><?cs var:Page.Need.age_band ?></dd></div>
<?cs /if ?><?cs if:Page.Need.grid ?><div><dt><?cs var:Lang.needs.grid ?></dt><dd><?cs var:Page.Need.grid ?></dd></div>
<?cs /if ?><div class="whole"><dt><?cs var:Lang.needs.description ?></dt><dd><?cs var:Page.Need.description ?></dd></div>
<?cs if:Page.Need.wished ?><div><dt><?cs var:Lang.needs.wished ?></dt><dd><?cs var:Page.Need.wished ?></dd></div>
<?cs /if ?><?cs if:Page.Need.frequency ?><div><dt><?cs var:Lang.needs.frequency ?></dt><dd><?cs var:Page.Need.frequency ?></dd></div>
<?cs /if ?><?cs if:Page.Need.risk ?><div class="whole"><dt><?cs var:Lang.needs.risk ?></dt><dd><?cs var:Page.Need.risk ?></dd></div>
<?cs /if ?><?cs if:Page.Need.name ?><div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Need.name ?></dd></div>
<?cs /if ?><?cs if:Page.Need.phone ?><div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:Page.Need.phone ?></dd></div>
<?cs /if ?><?cs if:Page.Need.address ?><div><dt><?cs var:Lang.needs.Field.address ?></dt><dd><?cs var:Page.Need.address ?></dd></div>
<?cs /if ?><?cs if:Page.Need.sex_name ?><div><dt><?cs var:Lang.needs.Field.sex ?></dt><dd><?cs var:Page.Need.sex_name ?></dd></div>
<?cs /if ?><?cs if:Page.Need.household ?><div><dt><?cs var:Lang.needs.household_no ?></dt><dd><a href="/needs/households/<?cs
var:Page.Need.household ?>"><?cs var:Page.Need.household ?></a></dd></div>
<?cs /if ?><?cs if:Page.Need.meeting ?><div><dt><?cs var:Lang.needs.meeting ?></dt><dd><a href="/needs/meetings/<?cs
var:Page.Need.meeting ?>"><?cs var:Page.Need.meeting_topic ?></a></dd></div>
<?cs /if ?><?cs if:Page.Need.owner ?><div><dt><?cs var:Lang.needs.owner ?></dt><dd><?cs var:Page.Need.owner ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.needs.served_on ?></dt><dd><?cs if:Page.Need.served_on ?><?cs var:on(Page.Need.served_on) ?><?cs
else ?><?cs var:Lang.needs.served_never ?><?cs /if ?><?cs if:Page.Need.idle > #30 ?> <b class="bad"><?cs
var:Page.Need.idle ?> <?cs var:Lang.needs.idle_days ?></b><?cs /if ?></dd></div>
<?cs if:Page.Need.verified_by ?><div><dt><?cs var:Lang.needs.verified_by ?></dt><dd><?cs
var:Page.Need.verified_by ?> <?cs var:at(Page.Need.verified_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Need.verify_note ?><div><dt><?cs var:Lang.needs.verify_note ?></dt><dd><?cs
var:Page.Need.verify_note ?></dd></div>
<?cs /if ?><?cs if:Page.Need.decline_reason ?><div class="whole"><dt><?cs var:Lang.needs.decline_reason ?></dt><dd><?cs
var:Page.Need.decline_reason ?></dd></div>
<?cs /if ?><?cs if:Page.Need.answered_on ?><div class="whole"><dt><?cs var:Lang.needs.answer ?></dt><dd><?cs
if:Page.Need.answer_how ?><?cs
var:Lang.State.need_answer_how[Page.Need.answer_how] ?> <?cs /if ?><?cs var:Page.Need.answer ?> <small><?cs
var:Page.Need.answered_by ?> <?cs var:on(Page.Need.answered_on) ?><?cs if:Page.Need.answered_late ?> <?cs
var:Lang.needs.Reply.after ?><?cs /if ?></small></dd></div>
<?cs /if ?><?cs if:Page.Need.done_note ?><div class="whole"><dt><?cs var:Lang.needs.done_note ?></dt><dd><?cs
var:Page.Need.done_note ?></dd></div>
<?cs /if ?><?cs if:Page.Need.done_on ?><div><dt><?cs var:Lang.needs.done_on ?></dt><dd><?cs var:on(Page.Need.done_on) ?></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Projects) ?><h2><?cs var:Lang.needs.projects ?></h2>
<ul class="rows">
<?cs each:p = Page.Projects ?><li><a href="/project/<?cs var:p.no ?>"><?cs var:p.no ?></a> <span><?cs var:p.title ?></span>
<b class="tag <?cs var:p.state ?> end"><?cs var:Lang.State.project[p.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Orders) ?><h2><?cs var:Lang.needs.orders ?></h2>
<ul class="rows">
<?cs each:o = Page.Orders ?><li><a href="/order/desk/<?cs var:o.no ?>"><?cs var:o.no ?></a> <span><?cs var:at(o.created_at) ?></span>
<b class="tag <?cs var:o.state ?> end"><?cs var:Lang.State.service_order[o.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Served) ?><h2><?cs var:Lang.needs.served_list ?></h2>
<ul class="rows">
<?cs each:v = Page.Served ?><li><span><?cs var:on(v.day) ?></span> <?cs if:v.kind == "activity" ?><a href="/activity/manage/<?cs
var:v.no ?>"><?cs var:Lang.needs.Served.activity ?> <?cs var:v.no ?></a> <b class="tag <?cs var:v.state ?> end"><?cs
var:Lang.State.activity[v.state] ?></b><?cs else ?><a href="/order/pairing/<?cs var:v.no ?>"><?cs
var:Lang.needs.Served.visit ?> <?cs var:v.no ?></a><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Need.state == "verified" || Page.Need.state == "in_project" ?><h2><?cs var:Lang.needs.mark_done ?></h2>
<p class="hint"><?cs var:Lang.needs.done_about ?></p>
<form class="form" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/done" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("done_note", "required", "2") ?><?cs
call:select("done_how", "optional", Lang.State.need_answer_how) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("done_answer", "optional", "2") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.needs.mark_done ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Need.state == "to_verify" || Page.Need.state == "verified" ?><div class="two">
<?cs if:Page.Need.state == "to_verify" ?><section>
<h2><?cs var:Lang.needs.verify ?></h2>
<form class="form" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/verify" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("note", "optional") ?><?cs call:check("next", Lang.needs.verify_next) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.needs.verify ?></button></p>
</form>
</section>
<?cs /if ?><section>
<h2><?cs var:Lang.needs.decline ?></h2>
<form class="form" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/decline" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><?cs
call:select("how_told", "required", Lang.State.need_answer_how) ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.needs.decline ?></button></p>
</form>
</section>
</div>
<?cs /if ?><?cs if:Page.Need.state != "merged" ?><div class="two"><section>
<h2><?cs var:Lang.needs.answer_give ?></h2>
<form class="form" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/answer" novalidate><?cs include!"token.cs" ?>
<?cs call:select("answer_how", "required", Lang.State.need_answer_how) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("answer", "required", "2") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.needs.answer_give ?></button></p>
</form>
</section>
<?cs if:!Page.Unmasked && (Page.Need.name || Page.Need.phone || Page.Need.address) ?><section>
<h2><?cs var:Lang.needs.unmask_button ?></h2>
<form class="form" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/unmask" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("purpose", "required", Lang.needs.unmask, Lang.needs.unmask_about) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.needs.unmask_button ?></button></p>
</form>
</section>
<?cs /if ?></div>
<?cs /if ?><?cs if:subcount(Page.Doubles) && (Page.Need.state == "to_verify" || Page.Need.state == "verified") ?><h2><?cs
var:Lang.needs.doubles ?></h2>
<ul class="rows">
<?cs each:d = Page.Doubles ?><li><a href="/needs/ledger/<?cs var:d.no ?>"><?cs var:d.no ?></a> <span><?cs
var:on(d.day) ?></span><span><?cs
var:d.description ?></span> <b class="tag <?cs var:d.state ?>"><?cs var:Lang.State.need[d.state] ?></b>
<form class="end" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/merge"><?cs include!"token.cs" ?><input type="hidden"
name="into" value="<?cs var:d.no ?>"><button class="button" type="submit"><?cs var:Lang.needs.merge ?><span class="hidden"> <?cs
var:d.no ?></span></button></form></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
