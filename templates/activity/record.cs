<?cs set:Title = Lang.activity.record + " " + Page.Record.no ?><?cs set:Section = "hours" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs set:Hind = Page.Inside.hindrance ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage/review"><?cs var:Lang.activity.review ?></a> › <?cs var:Page.Record.no ?></p>
<h1><?cs var:Lang.activity.record ?> <?cs var:Page.Record.no ?></h1>
<b class="tag <?cs var:Page.Record.state ?>"><?cs var:Lang.State.service_record[Page.Record.state] ?></b>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Inside.name ?></dd></div>
<?cs if:Page.Inside.volunteer_no ?><div><dt><?cs var:Lang.activity.Field.volunteer_no ?></dt><dd><a href="/account/volunteers/<?cs
var:Page.Inside.volunteer_no ?>"><?cs var:Page.Inside.volunteer_no ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.Field.title ?></dt><dd><a href="/activity/manage/<?cs
var:Page.Record.activity_no ?>"><?cs var:Page.Record.title ?></a></dd></div>
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Record.begins + "/" + Page.Record.ends) ?></dd></div>
<div><dt><?cs var:Lang.activity.hours ?></dt><dd><b><?cs var:Page.Record.hours ?></b></dd></div>
<?cs if:Page.Record.leader_name ?><div><dt><?cs var:Lang.activity.leader ?></dt><dd><?cs var:Page.Record.leader_name ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.evidence ?></dt><dd><b class="tag <?cs var:Page.Record.evidence ?>"><?cs
var:Lang.Evidence[Page.Record.evidence] ?></b><?cs if:Page.Inside.proof ?> <a href="/activity/document/<?cs
var:Page.Inside.proof ?>"><?cs var:Lang.activity.proof_open ?></a><?cs /if ?></dd></div>
<div class="whole"><dt><?cs var:Lang.activity.Field.content ?></dt><dd><?cs var:Page.Record.content ?></dd></div>
<?cs if:Page.Inside.remark ?><div><dt><?cs var:Lang.activity.Field.remark ?></dt><dd><?cs var:Page.Inside.remark ?></dd></div>
<?cs /if ?><?cs if:subcount(Page.Inside.Flags) ?><div class="whole"><dt><?cs var:Lang.activity.flags ?></dt><dd><?cs
each:f = Page.Inside.Flags ?><b class="tag wait"><?cs var:Lang.activity.Flag[f.word] ?></b> <?cs
var:Lang.activity.FlagWhy[f.word] ?><?cs if:f.limit ?> <small><?cs var:Lang.activity.flag_limit ?> <?cs var:f.limit ?> <?cs
var:Lang.activity.FlagUnit[f.word] ?></small><?cs /if ?><br><?cs /each ?></dd></div>
<?cs /if ?><?cs if:subcount(Page.Proves) ?><div class="whole"><dt><?cs var:Lang.activity.proves ?></dt><dd><?cs
each:z = Page.Proves ?><div><?cs if:z.ours ?><a href="/activity/record/<?cs var:z.no ?>"><?cs var:z.no ?></a> <?cs
var:z.title ?><?cs else ?><?cs var:z.no ?> <?cs var:Lang.activity.proves_elsewhere ?><?cs /if ?> <?cs var:short(z.served_on) ?></div><?cs
/each ?></dd></div>
<?cs /if ?><?cs if:Page.Inside.logger ?><div><dt><?cs var:Lang.activity.logger ?></dt><dd><?cs var:Page.Inside.logger ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.logged_at ?></dt><dd><?cs var:at(Page.Inside.logged_at) ?></dd></div>
<?cs if:Page.Inside.reviewer ?><div><dt><?cs var:Lang.activity.reviewer ?></dt><dd><?cs var:Page.Inside.reviewer ?> <?cs
var:at(Page.Inside.reviewed_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Inside.second ?><div><dt><?cs var:Lang.activity.second ?></dt><dd><?cs var:Page.Inside.second ?> <?cs
var:at(Page.Inside.second_reviewed_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Record.notice_until ?><div><dt><?cs var:Lang.activity.notice_until ?></dt><dd><?cs
var:on(Page.Record.notice_until) ?></dd></div>
<?cs /if ?><?cs if:Page.Record.effective_at ?><div><dt><?cs var:Lang.activity.effective_at ?></dt><dd><?cs
var:at(Page.Record.effective_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Record.end_reason ?><div class="whole"><dt><?cs var:Lang.activity.end_reason ?></dt><dd><?cs
var:Page.Record.end_reason ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Record.state == "to_review" && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?><?cs
if:Hind ?><p class="note wait"><?cs var:Lang.activity.Fault[Hind] ?></p>
<?cs /if ?><?cs if:Hind != "logger" && Hind != "own" && Hind != "still_running" ?><div class="two">
<?cs if:!Hind ?><section>
<h2><?cs var:Lang.activity.approve_one ?></h2>
<?cs if:Page.Inside.two ?><p class="note"><?cs var:Lang.activity.two ?></p>
<?cs /if ?><form class="form" method="post" action="/activity/manage/review" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="record" value="<?cs var:Page.Record.no ?>">
<?cs set:At.wide = #1 ?><?cs call:text("note", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.approve_one ?></button></p>
</form>
</section>
<?cs /if ?><section>
<h2><?cs var:Lang.activity.refuse ?></h2>
<form class="form" method="post" action="/activity/record/<?cs var:Page.Record.no ?>/refuse" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("reason", "required", "3") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.activity.refuse ?></button></p>
</form>
</section>
</div>
<?cs /if ?><?cs /if ?><?cs if:subcount(Page.History) ?><h2><?cs var:Lang.activity.history ?></h2>
<ol class="line">
<?cs each:h = Page.History ?><li><?cs var:at(h.at) ?> <span><?cs var:Lang.activity.Verb[h.verb] ?></span>
<span class="end"><?cs var:h.no ?></span></li>
<?cs /each ?><?cs each:s = Page.Sealed ?><li><?cs var:at(s.at) ?> <span><?cs var:Lang.activity.ledger ?></span>
<span class="end"><?cs var:s.seq ?></span></li>
<?cs /each ?></ol>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
