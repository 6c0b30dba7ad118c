<?cs set:Title = Lang.commend.star_one ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:A.over = Page.Who.Role.overseer ?><div class="bar">
<p class="crumb"><?cs if:A.over ?><a href="/commend/stars"><?cs var:Lang.commend.star_waiting ?></a><?cs
else ?><a href="/commend/manage"><?cs var:Lang.commend.stars ?></a><?cs /if ?> › <?cs var:Page.Award.name ?></p>
<h1><?cs var:Page.Award.name ?> <?cs var:Lang.Star[Page.Award.star] ?></h1>
<b class="tag <?cs var:Page.Award.state ?>"><?cs var:Lang.State.star_award[Page.Award.state] ?></b>
</div>
<?cs include!"refused.cs" ?>
<dl class="facts">
<div><dt><?cs var:Lang.commend.Field.volunteer_no ?></dt><dd><?cs if:!A.over ?><a href="/account/volunteers/<?cs
var:Page.Award.no ?>"><?cs var:Page.Award.no ?></a><?cs else ?><?cs var:Page.Award.no ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.commend.Field.station ?></dt><dd><?cs var:Page.Award.station ?></dd></div>
<div><dt><?cs var:Lang.commend.star_now ?></dt><dd><?cs var:Lang.Star[Page.Award.has_star] ?></dd></div>
<div><dt><?cs var:Lang.commend.hours ?></dt><dd><?cs var:Page.Award.hours ?></dd></div>
<div><dt><?cs var:Lang.commend.registered_on ?></dt><dd><?cs var:on(Page.Award.registered_at) ?></dd></div>
<?cs if:Page.Award.asked_at ?><div><dt><?cs var:Lang.commend.asked ?></dt><dd><?cs var:at(Page.Award.asked_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Award.proposer ?><div><dt><?cs var:Lang.commend.proposed_by ?></dt><dd><?cs
var:Page.Award.proposer ?> <?cs var:at(Page.Award.proposed_at) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.commend.decider ?></dt><dd><?cs if:Page.Award.decider ?><?cs
var:Page.Award.decider ?> <?cs var:at(Page.Award.decided_at) ?><?cs elif:Page.Decider.level ?><?cs
var:Page.Decider.name ?><?cs var:Lang.commend.decider_of ?><?cs
if:Page.Decider.level != Page.Decider.wanted ?><?cs var:Lang.commend.decider_higher ?><?cs /if ?><?cs
else ?><?cs var:Lang.commend.decider_none ?><?cs /if ?></dd></div>
<?cs if:Page.Award.notice_until ?><div><dt><?cs var:Lang.commend.star_notice ?></dt><dd><?cs
var:on(Page.Award.notice_from) ?> – <?cs var:on(Page.Award.notice_until) ?></dd></div>
<?cs /if ?><?cs if:Page.Award.awarded_on ?><div><dt><?cs var:Lang.commend.awarded_on ?></dt><dd><?cs
var:on(Page.Award.awarded_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Award.state == "awarded" && Page.Award.next_check_on ?><div><dt><?cs var:Lang.commend.next_check ?></dt><dd><?cs
var:on(Page.Award.next_check_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Award.review_at ?><div><dt><?cs var:Lang.commend.review_since ?></dt><dd><?cs
var:at(Page.Award.review_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Award.objection ?><div class="whole"><dt><?cs var:Lang.commend.objection ?></dt><dd><?cs
var:Page.Award.objection ?> <?cs var:at(Page.Award.objected_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Award.reason ?><div class="whole"><dt><?cs var:Lang.Layout.reason ?></dt><dd><?cs
var:Page.Award.reason ?></dd></div>
<?cs elif:Page.Award.state == "refused" && Page.Award.review_why ?><div class="whole"><dt><?cs var:Lang.Layout.reason ?></dt><dd><?cs
var:Lang.commend.Fell[Page.Award.review_why] ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.commend.conditions ?></h2>
<p><?cs var:Lang.commend.conditions_now ?></p>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.commend.conditions ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.conditions ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.condition ?></th><th class="num" scope="col"><?cs
var:Lang.commend.wanted ?></th><th class="num" scope="col"><?cs var:Lang.commend.has ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Now.Conditions ?><tr><td><?cs var:Lang.commend.Condition[c.word] ?></td><td class="num"><?cs
if:c.most ?><?cs var:Lang.commend.at_most ?><?cs else ?><?cs var:Lang.commend.at_least ?><?cs /if ?> <?cs var:c.wanted ?> <?cs
var:Lang.commend.Unit[c.word] ?></td><td class="num"><?cs var:c.has ?> <?cs var:Lang.commend.Unit[c.word] ?></td><td><?cs
if:c.ok ?><b class="tag met"><?cs var:Lang.commend.met ?></b><?cs else ?><b class="tag unmet"><?cs
var:Lang.commend.unmet ?></b><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs if:Page.Bar ?><p class="note"><?cs var:Lang.commend.Bar[Page.Bar] ?></p>
<?cs elif:Page.Decide ?><h2><?cs var:Lang.commend.decide ?></h2>
<?cs if:Page.Decide == "proposed" ?><p><?cs var:Lang.commend.approve_about ?></p>
<?cs /if ?><form class="form no-print" method="post" action="/commend/stars/<?cs var:Page.Award.ref ?>" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "optional") ?>
<p class="acts"><?cs if:Page.Decide == "proposed" ?><button class="button go" type="submit" name="verdict" value="approve"><?cs
var:Lang.commend.Verdict.approve ?></button>
<button class="button bad" type="submit" name="verdict" value="refuse"><?cs var:Lang.commend.Verdict.refuse ?></button><?cs
elif:Page.Decide == "disputed" ?><button class="button" type="submit" name="verdict" value="reject"><?cs
var:Lang.commend.Verdict.reject ?></button>
<button class="button bad" type="submit" name="verdict" value="uphold"><?cs var:Lang.commend.Verdict.uphold ?></button><?cs
else ?><button class="button" type="submit" name="verdict" value="keep"><?cs var:Lang.commend.Verdict.keep ?></button>
<button class="button bad" type="submit" name="verdict" value="withdraw"><?cs var:Lang.commend.Verdict.withdraw ?></button><?cs
/if ?></p>
</form>
<?cs /if ?><?cs if:subcount(Page.Course) ?><h2><?cs var:Lang.commend.course ?></h2>
<ol class="line">
<?cs each:c = Page.Course ?><li><?cs var:at(c.at) ?> <?cs var:Lang.station.Did.star_award[c.verb] ?></li>
<?cs /each ?></ol>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
