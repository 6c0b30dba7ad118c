<?cs set:Title = Page.Shift.title ?><?cs set:Share = Page.Shift.place ?><?cs include!"public_head.cs" ?><?cs include!"duration.cs" ?><?cs
include!"recruit/reason.cs" ?><?cs
set:Base = "/recruit/shift/" + Page.Shift.no ?><?cs
def:todo() ?><?cs if:Page.Todo.word ?><p class="note wait"><?cs var:Lang.recruit.Todo[Page.Todo.word] ?></p>
<?cs if:Page.Todo.station ?><a class="button second" href="/support/sign/<?cs var:url_escape(Page.Todo.station) ?>"><?cs
var:Lang.recruit.to_sign ?></a>
<?cs /if ?><?cs /if ?><?cs /def ?>
<a class="back" href="/recruit/"><?cs var:Lang.recruit.list ?></a>
<h1><?cs var:Page.Shift.title ?></h1>
<p><b><?cs var:span(Page.Shift.starts_at + "/" + Page.Shift.ends_at) ?></b><?cs if:Page.Shift.days > #1 ?><?cs
var:Lang.recruit.comma ?><?cs var:Lang.recruit.days_before ?> <?cs var:Page.Shift.days ?> <?cs var:Lang.recruit.days_after ?><?cs
/if ?></p>
<?cs if:Page.When == "cancelled" ?><section class="card todo"><header class="bad"><?cs var:Lang.recruit.When.cancelled ?></header>
<p><?cs var:Page.Shift.cancel_reason ?></p></section>
<?cs elif:Page.When == "over" ?><p class="note"><?cs var:Lang.recruit.When.over ?></p>
<?cs elif:Page.Mine.state == "accepted" ?><section class="card todo"><header class="now"><?cs var:Lang.recruit.shift_in ?></header>
<p><?cs var:Lang.recruit.shift_in_note ?></p>
<a class="button" href="/activity/<?cs var:Page.Shift.no ?>"><?cs include!"icon/scan.cs" ?><?cs var:Lang.recruit.to_check_in ?></a>
<?cs if:Page.Can.withdraw ?><a class="button quiet" href="<?cs var:url_validate(Base) ?>/withdraw"><?cs var:Lang.recruit.withdraw ?></a>
<p class="hint"><?cs var:at(Page.Shift.leave_until) ?> <?cs var:Lang.recruit.leave_before ?></p>
<?cs elif:Page.Late ?><p class="hint"><?cs var:Lang.recruit.Message.too_late_to_leave ?></p>
<?cs /if ?></section>
<?cs elif:Page.Mine.state == "waiting" ?><section class="card todo"><header class="info"><?cs var:Lang.recruit.you_are ?> <?cs
var:Page.Mine.line_no ?> <?cs var:Lang.recruit.line_waits ?></header>
<p><?cs var:Lang.recruit.wait_note ?></p>
<p><?cs var:Lang.recruit.wait_reply ?></p>
<?cs call:todo() ?><a class="button danger" href="<?cs var:url_validate(Base) ?>/withdraw"><?cs
var:Lang.recruit.stop_waiting ?></a></section>
<?cs elif:Page.Mine.state == "offered" ?><section class="card todo"><header class="wait"><?cs var:Lang.recruit.offered ?></header>
<?cs call:todo() ?><p><?cs
var:Lang.recruit.latest ?> <b><?cs var:at(Page.Mine.offered_until) ?></b><?cs var:Lang.recruit.latest_after ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/accept"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.recruit.accept ?></button></form>
<a class="button quiet" href="<?cs var:url_validate(Base) ?>/withdraw"><?cs var:Lang.recruit.not_this_time ?></a></section>
<?cs elif:Page.Mine.state == "pending" ?><section class="card todo"><header class="info"><?cs
if:Page.Mine.mode == "draw" ?><?cs var:Lang.recruit.draw_in ?><?cs else ?><?cs var:Lang.account.Application.pending ?><?cs /if ?></header>
<p><?cs if:Page.Mine.mode == "draw" ?><?cs var:Lang.recruit.draw_when ?> <?cs var:at(Page.Shift.closes_at) ?><br><?cs
var:Lang.recruit.draw_after ?><?cs else ?><?cs var:Lang.recruit.pending_note ?><?cs /if ?></p>
<?cs if:Page.Mine.lot ?><p><?cs var:Lang.recruit.lot_mine ?> <b><?cs var:Page.Mine.lot ?></b></p>
<?cs /if ?><?cs call:todo() ?><?cs if:Page.Can.finish ?><form method="post" action="<?cs var:url_validate(Base) ?>/apply"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.recruit.i_finish ?></button></form>
<?cs /if ?><a class="button quiet" href="<?cs var:url_validate(Base) ?>/withdraw"><?cs var:Lang.recruit.withdraw ?></a></section>
<?cs elif:Page.OnDuty ?><p class="note good"><?cs var:Lang.recruit.on_duty ?></p>
<?cs else ?><section class="card">
<p><?cs if:Page.When == "open" ?><?cs if:Page.Shift.places > #0 ?><b class="tag wait"><?cs var:Lang.recruit.places_left ?> <?cs
var:Page.Shift.places ?> <?cs var:Lang.Layout.persons ?></b><?cs else ?><b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs
/if ?><?cs
else ?><b class="tag off"><?cs var:Lang.recruit.When[Page.When] ?></b><?cs /if ?> <small><?cs var:Lang.recruit.wanted_before ?> <?cs
var:Page.Shift.wanted ?> <?cs var:Lang.recruit.wanted_between ?> <?cs var:Page.Shift.taken ?> <?cs var:Lang.Layout.persons ?><?cs
if:Page.Shift.waiting > #0 ?><?cs var:Lang.recruit.comma ?><?cs var:Page.Shift.waiting ?> <?cs var:Lang.recruit.in_line ?><?cs
/if ?></small></p>
<?cs if:Page.When == "before" ?><p><?cs var:at(Page.Shift.opens_at) ?> <?cs var:Lang.recruit.opens ?></p>
<?cs /if ?><?cs if:Page.Mine.state == "refused" ?><p class="note"><?cs var:Lang.recruit.not_taken ?><?cs if:Page.Mine.reason ?><?cs
var:Lang.recruit.colon ?><?cs call:reason(Page.Mine.reason) ?><?cs /if ?></p>
<?cs /if ?><?cs call:todo() ?><?cs if:Page.Can.apply ?><form method="post" action="<?cs var:url_validate(Base) ?>/apply"><?cs
include!"token.cs" ?><button class="button<?cs
if:Page.Shift.places <= #0 && Page.Shift.mode != "draw" ?> second<?cs /if ?>" type="submit"><?cs
if:Page.Shift.mode == "draw" ?><?cs var:Lang.recruit.draw_join ?><?cs elif:Page.Shift.places > #0 ?><?cs var:Lang.recruit.i_come ?><?cs
else ?><?cs var:Lang.recruit.i_wait ?><?cs /if ?></button></form>
<?cs elif:Page.SignIn ?><a class="button" href="/account/wechat/start?to=/recruit/shift/<?cs var:url_escape(Page.Shift.no) ?>"><?cs
var:Lang.recruit.sign_in ?></a>
<?cs elif:Page.Register ?><a class="button" href="/account/register"><?cs var:Lang.recruit.register ?></a>
<?cs /if ?><?cs if:Page.NeedTraining.no ?><a class="button" href="/training/<?cs var:Page.NeedTraining.no ?>"><?cs
var:Lang.recruit.to_training ?><?cs var:Page.NeedTraining.title ?></a>
<?cs /if ?><?cs if:Page.When == "open" || Page.When == "before" ?><p class="hint"><?cs var:Lang.recruit.Mode[Page.Shift.mode] ?><?cs
if:Page.Shift.mode == "draw" ?> <?cs var:at(Page.Shift.closes_at) ?><?cs else ?> <?cs var:at(Page.Shift.leave_until) ?> <?cs
var:Lang.recruit.leave_before ?><?cs /if ?></p>
<?cs /if ?></section>
<?cs /if ?><?cs if:Page.Can.lead ?><p><a class="go" href="<?cs var:url_validate(Base) ?>/group"><?cs
var:Lang.recruit.group ?></a></p>
<?cs /if ?><?cs if:Page.Shift.draw ?><p><a class="go" href="/recruit/draw/<?cs var:Page.Shift.draw ?>"><?cs
var:Lang.recruit.draw ?><?cs var:Lang.recruit.colon ?><?cs var:Lang.recruit.draw_how ?></a></p>
<?cs /if ?><h2><?cs var:Lang.recruit.where ?></h2>
<section class="card"><p><b><?cs var:Page.Shift.place ?></b></p>
<?cs if:Page.Shift.contact_phone ?><a class="button second" href="tel:<?cs var:url_escape(Page.Shift.contact_phone) ?>"><?cs
include!"icon/phone.cs" ?><?cs
var:Lang.recruit.cannot_find ?><?cs var:Page.Shift.contact_name ?></a>
<?cs /if ?></section>
<?cs if:subcount(Page.Fits) ?><h2><?cs var:Lang.recruit.fit ?></h2>
<section class="card"><ul class="fits">
<?cs each:f = Page.Fits ?><li><?cs if:f.ok ?><?cs include!"icon/check.cs" ?><?cs else ?><?cs include!"icon/warn.cs" ?><?cs
/if ?><span><?cs var:f.text ?></span></li>
<?cs /each ?></ul></section>
<?cs /if ?><h2><?cs var:Lang.recruit.what_and_how ?></h2>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.recruit.description ?></dt><dd><?cs if:Page.Shift.content ?><?cs var:Page.Shift.content ?><?cs
else ?><?cs var:Page.Shift.description ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.recruit.position ?></dt><dd><?cs var:Page.Shift.position ?></dd></div>
<?cs if:Page.Shift.conditions ?><div><dt><?cs var:Lang.recruit.conditions ?></dt><dd><?cs var:Page.Shift.conditions ?></dd></div>
<?cs /if ?><?cs if:Page.Shift.skills ?><div><dt><?cs var:Lang.recruit.skills ?></dt><dd><?cs var:Page.Shift.skills ?></dd></div>
<?cs /if ?><?cs if:Page.Shift.guarantees ?><div><dt><?cs var:Lang.recruit.guarantees ?></dt><dd><?cs
var:Page.Shift.guarantees ?></dd></div>
<?cs /if ?><?cs if:Page.Shift.risks ?><div><dt><?cs var:Lang.recruit.risks ?></dt><dd><?cs var:Page.Shift.risks ?></dd></div>
<?cs /if ?><?cs if:Page.Shift.insurance ?><div><dt><?cs var:Lang.recruit.insurance ?></dt><dd><?cs var:Page.Shift.insurance ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.duration ?></dt><dd><?cs call:duration(Page.Shift.minutes) ?></dd></div>
<div><dt><?cs var:Lang.recruit.station ?></dt><dd><?cs var:Page.Shift.station ?></dd></div>
</dl></section>
<p><a class="go" href="/recruit/<?cs var:Page.Shift.project_no ?>"><?cs var:Lang.recruit.one_of_before ?><?cs
var:Page.Shift.project ?><?cs var:Lang.recruit.one_of_after ?></a></p>
<?cs include!"resident_foot.cs" ?>
