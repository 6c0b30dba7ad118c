<?cs set:Title = Lang.account.me ?><?cs include!"volunteer_head.cs" ?><?cs include!"duration.cs" ?><?cs
set:Busy = subcount(Page.DutiesToday) || subcount(Page.DutiesTomorrow) || subcount(Page.Asks) ?><?cs
if:Page.Me.sign || Page.Me.absent || Page.StaffCode.login ?><?cs set:Busy = #1 ?><?cs /if ?>
<h1><?cs var:Page.Me.name ?><?cs var:Lang.account.hello ?></h1>
<?cs if:Page.Me.state == "pending_guardian" ?><p class="note wait"><?cs var:Lang.account.pending_guardian ?></p>
<?cs /if ?><?cs if:Page.Guarding ?><ul class="list">
<li><a class="row" href="/account/me/guardian"><span><?cs var:Lang.account.guarding ?><small><?cs
var:Lang.account.guarding_row ?></small></span></a></li>
</ul>
<?cs /if ?><?cs each:d = Page.DutiesToday ?><section class="card todo">
<header><?cs var:Lang.account.today ?></header>
<h2><?cs var:d.title ?></h2>
<p><?cs var:span(d.starts_at + "/" + d.ends_at) ?></p>
<p><?cs var:d.place ?></p>
<a class="button" href="/activity/<?cs var:d.no ?>"><?cs include!"icon/scan.cs" ?><?cs var:Lang.account.check_in ?></a>
</section>
<?cs /each ?><?cs each:a = Page.Applications ?><?cs if:a.state == "offered" ?><?cs set:Busy = #1 ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.offered ?></header>
<h2><?cs var:a.title ?></h2>
<p><?cs var:a.position ?></p>
<?cs if:a.shift ?><p><?cs var:span(a.starts_at + "/" + a.ends_at) ?></p>
<?cs /if ?><?cs if:a.offered_until ?><p><?cs var:Lang.account.offered_until ?> <strong><?cs var:at(a.offered_until) ?></strong><br>
<small><?cs var:Lang.account.offered_else ?></small></p>
<?cs /if ?><a class="button" href="/recruit/<?cs
if:a.shift ?>shift/<?cs var:a.shift ?><?cs else ?><?cs var:a.no ?><?cs /if ?>"><?cs var:Lang.account.offered_answer ?></a>
</section>
<?cs /if ?><?cs /each ?><?cs each:k = Page.Asks ?><section class="card todo">
<header class="wait"><?cs var:Lang.State.volunteer_ask_purpose[k.purpose] ?></header>
<h2><?cs var:k.title ?></h2>
<p><?cs var:span(k.starts_at + "/" + k.ends_at) ?></p>
<p><?cs var:k.place ?><?cs if:k.duty ?><br><?cs var:k.duty ?><?cs /if ?></p>
<p><?cs var:k.station ?><br><small><?cs var:Lang.account.ask_about ?></small></p>
<?cs if:k.clash ?><p class="note wait"><?cs var:Lang.account.ask_clash_before ?><?cs var:k.clash ?><?cs
var:Lang.account.ask_clash_after ?> <?cs var:span(k.clash_from + "/" + k.clash_to) ?></p>
<?cs /if ?><form method="post" action="/<?cs var:k.what ?>/<?cs var:k.no ?>/join"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.account.ask_yes ?></button></form>
<form method="post" action="/<?cs var:k.what ?>/<?cs var:k.no ?>/decline"><?cs include!"token.cs" ?>
<button class="button second" type="submit"><?cs var:Lang.account.ask_no ?></button></form>
</section>
<?cs /each ?><?cs each:d = Page.DutiesTomorrow ?><section class="card todo">
<header class="info"><?cs var:Lang.account.tomorrow ?></header>
<h2><?cs var:d.title ?></h2>
<p><?cs var:span(d.starts_at + "/" + d.ends_at) ?></p>
<p><?cs var:d.place ?></p>
<div class="acts"><a class="button second" href="/activity/<?cs var:d.no ?>"><?cs var:Lang.account.see_place ?></a>
<a class="button quiet" href="/activity/<?cs var:d.no ?>/leave"><?cs var:Lang.account.take_leave ?></a></div>
</section>
<?cs /each ?><?cs if:Page.Me.absent ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.absent ?></header>
<p><?cs var:Lang.account.absent_about ?></p>
<a class="button" href="/activity/<?cs var:Page.Me.absent ?>/absent"><?cs var:Lang.account.absent_go ?></a>
</section>
<?cs /if ?><?cs if:Page.Me.sign ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.sign ?></header>
<h2><?cs var:Page.Me.sign ?></h2>
<p><?cs var:Lang.account.sign_about ?></p>
<a class="button" href="/support/mine"><?cs var:Lang.account.sign_go ?></a>
</section>
<?cs /if ?><?cs if:Page.StaffCode.login ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.staff_code ?></header>
<p><?cs var:Page.StaffCode.station ?><br><?cs var:Page.StaffCode.giver ?> <?cs var:at(Page.StaffCode.made_at) ?></p>
<p><?cs var:Lang.account.staff_code_login ?> <strong><?cs var:Page.StaffCode.login ?></strong></p>
<p><small><?cs var:Lang.account.staff_code_about ?></small></p>
<form method="post" action="/account/me/staff-code"><?cs include!"token.cs" ?><input type="hidden" name="answer" value="yes">
<button class="button" type="submit"><?cs var:Lang.account.staff_code_yes ?></button></form>
<form method="post" action="/account/me/staff-code"><?cs include!"token.cs" ?><input type="hidden" name="answer" value="no">
<button class="button second" type="submit"><?cs var:Lang.account.staff_code_no ?></button></form>
</section>
<?cs /if ?><?cs if:subcount(Page.Duties) ?><h2><?cs var:Lang.account.next ?></h2>
<ul class="list">
<?cs each:d = Page.Duties ?><li><a class="shift" href="/activity/<?cs var:d.no ?>"><span class="when"><span><?cs
var:span(d.starts_at + "/" + d.ends_at) ?></span></span><strong><?cs var:d.title ?></strong><small><?cs var:d.place ?></small></a></li>
<?cs /each ?></ul>
<?cs elif:!Busy ?><div class="empty"><p><?cs var:Lang.account.nothing_next ?></p>
<a class="button second" href="/recruit/"><?cs var:Lang.account.see_open ?></a></div>
<?cs /if ?><h2><?cs var:Lang.account.total ?></h2>
<section class="card">
<p class="figure"><b><?cs call:duration(Page.Me.minutes) ?></b></p>
<?cs if:Page.Me.minutes > #0 ?><dl class="facts">
<?cs each:e = Lang.Evidence ?><?cs if:Page.Me[name(e)] > #0 ?><div><dt><?cs var:e ?></dt><dd><?cs
call:duration(Page.Me[name(e)]) ?></dd></div>
<?cs /if ?><?cs /each ?></dl>
<?cs /if ?><?cs if:Page.Me.waiting > #0 ?><p><?cs var:Lang.account.waiting_before ?> <?cs call:duration(Page.Me.waiting) ?> <?cs
var:Lang.account.waiting_after ?></p>
<?cs /if ?><?cs if:Page.Me.brought > #0 ?><p><?cs var:Lang.account.brought_before ?> <?cs call:duration(Page.Me.brought) ?></p>
<?cs /if ?></section>
<ul class="list">
<li><a class="row" href="/activity/hours"><span><?cs var:Lang.account.hours_list ?></span><span class="value"><?cs
var:Page.Me.records ?> <?cs var:Lang.Layout.times ?></span></a></li>
<li><a class="row" href="/commend/mine"><span><?cs var:Lang.account.honours_mine ?><small><?cs
var:Lang.account.honours_mine_about ?></small></span><span class="value"><?cs var:Lang.account.Star[Page.Me.star] ?></span></a></li>
<?cs if:Page.Me.saved ?><li><a class="row" href="/bank/"><span><?cs var:Lang.account.bank ?><small><?cs
var:Lang.account.bank_about ?></small></span><span class="value"><?cs var:Page.Me.saved ?> <?cs var:Lang.Layout.hours ?></span></a></li>
<?cs /if ?><?cs if:Page.Me.green > #0 && !Page.Who.self ?><li><a class="row" href="/bank/green/mine"><span><?cs
var:Lang.account.green ?></span></a></li>
<?cs /if ?></ul>
<?cs if:subcount(Page.Applications) ?><h2><?cs var:Lang.account.applications ?></h2>
<ul class="list">
<?cs each:a = Page.Applications ?><li><a class="row" href="/recruit/<?cs
if:a.shift ?>shift/<?cs var:a.shift ?><?cs else ?><?cs var:a.no ?><?cs /if ?>"><span><?cs var:a.title ?><small><?cs
var:a.position ?><?cs if:a.shift ?><br><?cs var:span(a.starts_at + "/" + a.ends_at) ?><?cs /if ?></small></span><b class="tag <?cs
var:a.state ?>"><?cs var:Lang.account.Application[a.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.account.mine ?></h2>
<div class="grid">
<?cs if:Page.Me.state == "active" && !Page.Who.self ?><a href="/account/me/card"><?cs include!"icon/person.cs" ?><span><?cs
var:Lang.account.card ?></span></a>
<?cs /if ?><?cs if:Page.Me.minutes > #0 ?><a href="/commend/certificate"><?cs include!"icon/paper.cs" ?><span><?cs
var:Lang.account.certificate ?><small><?cs var:Lang.account.certificate_ready ?></small></span></a>
<?cs /if ?><a href="/activity/mine"><?cs include!"icon/flag.cs" ?><span><?cs var:Lang.account.duties ?></span></a>
<a href="/account/me/calendar"><?cs include!"icon/calendar.cs" ?><span><?cs var:Lang.account.calendar ?></span></a>
<a href="/recruit/standby"><?cs include!"icon/wait.cs" ?><span><?cs var:Lang.recruit.standby ?></span></a>
<a href="/training/"><?cs include!"icon/book.cs" ?><span><?cs var:Lang.account.trainings ?></span></a>
<?cs if:!Page.Who.self ?><a href="/order/mine"><?cs include!"icon/heart.cs" ?><span><?cs var:Lang.account.orders ?></span></a>
<a href="/order/pair"><?cs include!"icon/home.cs" ?><span><?cs var:Lang.account.pairings ?></span></a>
<?cs /if ?><a href="/team/mine"><?cs include!"icon/hand.cs" ?><span><?cs var:Lang.account.teams ?></span></a>
<a href="/commend/honours"><?cs include!"icon/star.cs" ?><span><?cs var:Lang.Frame.honours ?></span></a>
<a href="/account/family"><?cs include!"icon/person.cs" ?><span><?cs var:Lang.account.family ?></span></a>
<a href="/support/mine"><?cs include!"icon/form.cs" ?><span><?cs var:Lang.account.agreements ?></span></a>
<a href="/station/feedback"><?cs include!"icon/message.cs" ?><span><?cs var:Lang.feedback.title ?><small><?cs
var:Lang.feedback.mine_about ?></small></span></a>
<a href="/account/me/settings"><?cs include!"icon/settings.cs" ?><span><?cs var:Lang.account.settings ?><small><?cs
var:Lang.account.settings_about ?></small></span></a>
</div>
<?cs include!"volunteer_foot.cs" ?>
