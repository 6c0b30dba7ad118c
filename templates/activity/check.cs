<?cs set:Title = Page.Activity.title ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/activity/" + Page.Activity.no ?><?cs set:Lead = "/activity/manage/" + Page.Activity.no ?><?cs
set:St = Page.Activity.state ?><?cs set:Next = Page.Duty.next ?><?cs
def:near() ?><?cs if:Page.Duty.near ?><input type="hidden" name="lat" data-near="lat">
<input type="hidden" name="lng" data-near="lng"><input type="hidden" name="acc" data-near="acc">
<p class="hint"><?cs var:Lang.activity.near_note ?></p>
<script src="/static/near.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs /if ?><?cs /def ?><?cs
def:scanned(way, text) ?><section class="card todo"><header><?cs var:text ?></header>
<form method="post" action="<?cs var:url_validate(Base) ?>/<?cs var:way ?>"><?cs include!"token.cs" ?>
<input type="hidden" name="code" value="<?cs var:Page.Ticket ?>"><?cs call:near() ?>
<button class="button" type="submit"><?cs include!"icon/check.cs" ?><?cs var:text ?></button></form></section>
<?cs /def ?><?cs
def:typed(way, text) ?><section class="card todo"><header><?cs var:text ?></header>
<p><?cs var:Lang.activity.check_how ?></p>
<button class="button second" type="button" data-scan hidden><?cs include!"icon/scan.cs" ?><?cs var:Lang.activity.scan ?></button>
<p class="note wait" hidden><?cs var:Lang.activity.scan_other ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/<?cs var:way ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:code("code", "required") ?><?cs call:near() ?>
<button class="button" type="submit"><?cs var:text ?></button></form></section>
<?cs /def ?>
<a class="back" href="/activity/mine"><?cs var:Lang.activity.mine ?></a>
<h1><?cs var:Page.Activity.title ?></h1>
<p><b><?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></b></p>
<?cs if:Page.Elsewhere.no && Next == "in" ?><section class="card todo"><header class="wait"><?cs var:Lang.activity.still_there ?></header>
<p><?cs var:Page.Elsewhere.title ?><br><?cs var:span(Page.Elsewhere.starts_at + "/" + Page.Elsewhere.ends_at) ?></p>
<p><?cs var:Lang.activity.still_there_do ?></p>
<a class="button" href="/activity/<?cs var:url_escape(Page.Elsewhere.no) ?>"><?cs var:Lang.activity.still_there_out ?></a></section>
<?cs /if ?><?cs if:St == "cancelled" ?><section class="card todo"><header class="bad"><?cs var:Lang.activity.was_cancelled ?></header>
<p><?cs var:Page.Activity.cancel_reason ?></p></section>
<?cs elif:Page.Ticket ?><?cs if:Page.Direction == "in" ?><?cs call:scanned("check-in", Lang.activity.confirm_in) ?><?cs
else ?><?cs call:scanned("check-out", Lang.activity.confirm_out) ?><?cs /if ?><?cs
elif:Page.Duty.forgot ?><section class="card todo"><header class="wait"><?cs var:Lang.activity.forgot ?></header>
<p><?cs var:Lang.activity.forgot_note ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/declare" novalidate><?cs include!"token.cs" ?>
<?cs call:clock("ends", "required") ?><?cs call:text_as("remark", "required", Lang.activity.forgot_why, "") ?>
<button class="button" type="submit"><?cs var:Lang.activity.declare ?></button></form></section>
<?cs elif:Page.Duty.excused ?><section class="card todo"><header class="info"><?cs var:Lang.activity.leave_taken ?></header>
<p><?cs var:Lang.activity.leave_back ?></p></section>
<?cs elif:Page.Duty.absent ?><section class="card todo"><header class="wait"><?cs var:Lang.activity.absent ?></header>
<p><?cs var:Lang.activity.absent_note ?></p>
<a class="button" href="<?cs var:url_validate(Base) ?>/absent"><?cs var:Lang.activity.absent_send ?></a></section>
<?cs elif:Page.Duty.off ?><section class="card todo"><header class="wait"><?cs var:Lang.activity.check_off ?></header>
<p><?cs var:Lang.activity.check_off_do ?></p>
<a class="button second" href="/recruit/"><?cs var:Lang.Layout.menu_recruit ?></a></section>
<?cs elif:!Next ?><p class="note good"><?cs var:Lang.activity.check_done ?></p>
<?cs elif:Page.Duty.opens_at ?><section class="card todo"><header class="info"><?cs var:Lang.activity.Duty.coming ?></header>
<p><?cs var:at(Page.Duty.opens_at) ?> <?cs var:Lang.activity.check_from ?></p></section>
<?cs elif:St == "notice" || St == "archived" || (Next == "in" && St == "recording") ?><p class="note"><?cs
var:Lang.activity.check_over ?></p>
<?cs elif:Next == "in" ?><?cs call:typed("check-in", Lang.activity.check_in) ?><?cs
else ?><?cs call:typed("check-out", Lang.activity.check_out) ?><?cs /if ?>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.where ?></dt><dd><?cs var:Page.Activity.place ?></dd></div>
<div><dt><?cs var:Lang.activity.do ?></dt><dd><?cs var:Page.Activity.content ?></dd></div>
<?cs if:Page.Activity.leader_name ?><div><dt><?cs var:Lang.activity.leads ?></dt><dd><?cs
var:Page.Activity.leader_name ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.station ?></dt><dd><?cs var:Page.Activity.station ?></dd></div>
<?cs if:Page.Duty.in_at ?><div><dt><?cs var:Lang.activity.came ?></dt><dd><?cs var:hour(Page.Duty.in_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Duty.out_at ?><div><dt><?cs var:Lang.activity.left_at ?></dt><dd><?cs var:hour(Page.Duty.out_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Duty.self ?><section class="card"><h2><?cs var:Lang.activity.self ?></h2>
<form method="post" action="<?cs var:url_validate(Base) ?>/self"><?cs include!"token.cs" ?><input type="hidden" name="direction" value="<?cs
var:Page.Duty.self ?>"><button class="button second" type="submit"><?cs if:Page.Duty.self == "in" ?><?cs
var:Lang.activity.self_in ?><?cs else ?><?cs var:Lang.activity.self_out ?><?cs /if ?></button></form>
<p class="soft"><?cs var:Lang.activity.self_note ?></p></section>
<?cs /if ?><?cs if:Page.Duty.leave ?><a class="button quiet" href="<?cs var:url_validate(Base) ?>/leave"><?cs
var:Lang.activity.leave_ask ?></a>
<?cs /if ?><?cs if:Page.Record.no ?><ul class="list"><li><a class="row" href="/activity/hours/<?cs var:Page.Record.no ?>"><span><?cs
var:Lang.activity.my_record ?></span><span class="value"><?cs var:Lang.activity.Own[Page.Record.state] ?></span></a></li></ul>
<?cs /if ?><?cs if:Page.Duty.leads ?><h2><?cs var:Lang.activity.leading ?></h2>
<ul class="list">
<li><a class="row" href="<?cs var:url_validate(Lead) ?>/code?dir=in"><span><?cs var:Lang.activity.code_in ?></span></a></li>
<li><a class="row" href="<?cs var:url_validate(Lead) ?>/code?dir=out"><span><?cs var:Lang.activity.code_out ?></span></a></li>
<li><a class="row" href="<?cs var:url_validate(Lead) ?>/board"><span><?cs var:Lang.activity.board ?></span></a></li>
</ul>
<?cs if:St == "published" || St == "running" ?><form method="post" action="<?cs var:url_validate(Lead) ?>/offline"><?cs
include!"token.cs" ?><button class="button quiet" type="submit"><?cs var:Lang.activity.offline_take ?></button></form>
<?cs /if ?><?cs /if ?><?cs include!"resident_foot.cs" ?>
