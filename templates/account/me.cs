<?cs set:Title = Lang.account.me ?><?cs include!"volunteer_head.cs" ?><?cs include!"duration.cs" ?>
<h1><?cs var:Page.Me.name ?><?cs var:Lang.account.hello ?></h1>
<?cs if:Page.Me.state == "pending_guardian" ?><p class="note wait"><?cs var:Lang.account.pending_guardian ?></p>
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
<?cs /if ?><?cs if:Page.Me.sign ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.sign ?></header>
<h2><?cs var:Page.Me.sign ?></h2>
<p><?cs var:Lang.account.sign_about ?></p>
<a class="button" href="/support/mine"><?cs var:Lang.account.sign_go ?></a>
</section>
<?cs /if ?><?cs each:k = Page.Asks ?><section class="card todo">
<header class="wait"><?cs var:Lang.State.volunteer_ask_purpose[k.purpose] ?></header>
<h2><?cs var:k.title ?></h2>
<p><?cs var:span(k.starts_at + "/" + k.ends_at) ?></p>
<p><?cs var:k.place ?><?cs if:k.duty ?><br><?cs var:k.duty ?><?cs /if ?></p>
<p><?cs var:k.station ?><br><small><?cs var:Lang.account.ask_about ?></small></p>
<form method="post" action="/<?cs var:k.what ?>/<?cs var:k.no ?>/join"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.account.ask_yes ?></button></form>
<form method="post" action="/<?cs var:k.what ?>/<?cs var:k.no ?>/decline"><?cs include!"token.cs" ?>
<button class="button second" type="submit"><?cs var:Lang.account.ask_no ?></button></form>
</section>
<?cs /each ?><?cs each:d = Page.DutiesToday ?><section class="card todo">
<header><?cs var:Lang.account.today ?></header>
<h2><?cs var:d.title ?></h2>
<p><?cs var:span(d.starts_at + "/" + d.ends_at) ?></p>
<p><?cs var:d.place ?></p>
<a class="button" href="/activity/mine"><?cs include!"icon/scan.cs" ?><?cs var:Lang.account.check_in ?></a>
</section>
<?cs /each ?><?cs each:a = Page.Applications ?><?cs if:a.state == "offered" ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.offered ?></header>
<h2><?cs var:a.title ?></h2>
<p><?cs var:a.position ?></p>
<?cs if:a.offered_until ?><p><?cs var:Lang.account.offered_until ?> <strong><?cs var:at(a.offered_until) ?></strong><br>
<small><?cs var:Lang.account.offered_else ?></small></p>
<?cs /if ?><a class="button" href="/recruit/<?cs var:a.no ?>"><?cs var:Lang.account.offered_answer ?></a>
</section>
<?cs /if ?><?cs /each ?><?cs if:subcount(Page.Duties) ?><h2><?cs var:Lang.account.next ?></h2>
<ul class="list">
<?cs each:d = Page.Duties ?><li><a class="shift" href="/activity/mine"><span class="when"><span><?cs
var:span(d.starts_at + "/" + d.ends_at) ?></span></span><strong><?cs var:d.title ?></strong><small><?cs var:d.place ?></small></a></li>
<?cs /each ?></ul>
<?cs elif:!subcount(Page.DutiesToday) ?><div class="empty"><p><?cs var:Lang.account.nothing_next ?></p>
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
<li><a class="row" href="/platform/transfer/mine"><span><?cs var:Lang.account.transfer ?><small><?cs
var:Lang.account.transfer_about ?></small></span></a></li>
</ul>
<?cs if:subcount(Page.Applications) ?><h2><?cs var:Lang.account.applications ?></h2>
<ul class="list">
<?cs each:a = Page.Applications ?><li><a class="row" href="/recruit/<?cs var:a.no ?>"><span><?cs var:a.title ?><small><?cs
var:a.position ?></small></span><b class="tag <?cs var:a.state ?>"><?cs var:Lang.account.Application[a.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.account.mine ?></h2>
<div class="grid">
<?cs if:Page.Me.minutes > #0 ?><a href="/commend/certificate"><?cs include!"icon/paper.cs" ?><span><?cs
var:Lang.account.certificate ?><small><?cs var:Lang.account.certificate_ready ?></small></span></a>
<?cs /if ?><a href="/activity/mine"><?cs include!"icon/calendar.cs" ?><span><?cs var:Lang.account.duties ?></span></a>
<a href="/training/"><?cs include!"icon/book.cs" ?><span><?cs var:Lang.account.trainings ?></span></a>
<a href="/order/mine"><?cs include!"icon/heart.cs" ?><span><?cs var:Lang.account.orders ?></span></a>
<a href="/order/pair"><?cs include!"icon/home.cs" ?><span><?cs var:Lang.account.pairings ?></span></a>
<a href="/team/mine"><?cs include!"icon/hand.cs" ?><span><?cs var:Lang.account.teams ?></span></a>
<a href="/commend/honours"><?cs include!"icon/star.cs" ?><span><?cs var:Lang.account.star ?><small><?cs
var:Lang.account.Star[Page.Me.star] ?></small></span></a>
<a href="/account/me/consent"><?cs include!"icon/check.cs" ?><span><?cs var:Lang.account.agreed ?></span></a>
<a href="/support/mine"><?cs include!"icon/paper.cs" ?><span><?cs var:Lang.account.agreements ?></span></a>
<a href="/account/me/looked"><?cs include!"icon/person.cs" ?><span><?cs var:Lang.account.looked_mine ?></span></a>
<a href="/account/me/edit"><?cs include!"icon/settings.cs" ?><span><?cs var:Lang.account.held_edit ?></span></a>
</div>
<h2><?cs var:Lang.account.held ?></h2>
<p class="soft"><?cs var:Lang.account.held_about ?></p>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.account.no ?></dt><dd><?cs var:Page.Held.no ?></dd></div>
<?cs if:Page.Held.platform_no ?><div><dt><?cs var:Lang.account.platform_no ?></dt><dd><?cs var:Page.Held.platform_no ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.account.Field.station ?></dt><dd><?cs var:Page.Me.station ?></dd></div>
<div><dt><?cs var:Lang.account.registered_on ?></dt><dd><?cs var:on(Page.Me.registered_on) ?></dd></div>
<?cs if:Page.Held.id_no ?><div><dt><?cs var:Lang.account.Field.id_no ?></dt><dd><?cs var:Page.Held.id_no ?></dd></div>
<?cs /if ?><?cs if:Page.Held.birth_on ?><div><dt><?cs var:Lang.account.Field.birth_on ?></dt><dd><?cs
var:Page.Held.birth_on ?></dd></div>
<?cs /if ?><?cs if:Page.Held.phone ?><div><dt><?cs var:Lang.account.Field.phone ?></dt><dd><?cs var:Page.Held.phone ?></dd></div>
<?cs /if ?><?cs if:Page.Held.region ?><div><dt><?cs var:Lang.account.region ?></dt><dd><?cs var:Page.Held.region ?></dd></div>
<?cs /if ?><?cs if:Page.Held.service_region ?><div><dt><?cs var:Lang.account.service_region ?></dt><dd><?cs
var:Page.Held.service_region ?></dd></div>
<?cs /if ?><?cs if:Page.Held.categories ?><div><dt><?cs var:Lang.account.Field.categories ?></dt><dd><?cs
var:Page.Held.categories ?></dd></div>
<?cs /if ?><?cs if:Page.Held.skills ?><div><dt><?cs var:Lang.account.Field.skills ?></dt><dd><?cs var:Page.Held.skills ?></dd></div>
<?cs /if ?><?cs if:Page.Held.fields ?><div><dt><?cs var:Lang.account.Field.fields ?></dt><dd><?cs var:Page.Held.fields ?></dd></div>
<?cs /if ?><?cs if:Page.Held.available ?><div><dt><?cs var:Lang.account.Field.available ?></dt><dd><?cs
var:Page.Held.available ?></dd></div>
<?cs /if ?><?cs each:w = Lang.account.About ?><?cs if:Page.Held[name(w)] ?><div><dt><?cs var:w ?></dt><dd><?cs
var:Page.Held[name(w)] ?></dd></div>
<?cs /if ?><?cs /each ?></dl></section>
<ul class="list">
<li><a class="row" href="/account/me/more"><span><?cs var:Lang.account.more ?><small><?cs
var:Lang.account.more_short ?></small></span></a></li>
</ul>
<p class="soft"><?cs var:Lang.account.export_about ?></p>
<form method="post" action="/account/me/export"><?cs include!"token.cs" ?><button class="button second" type="submit"><?cs
var:Lang.account.export ?></button></form>
<form method="post" action="/account/sign-out"><?cs include!"token.cs" ?><button class="button quiet" type="submit"><?cs
var:Lang.account.sign_out ?></button></form>
<a class="button danger" href="/account/me/erase"><?cs var:Lang.account.erase ?></a>
<?cs include!"volunteer_foot.cs" ?>
