<?cs set:Title = Lang.recruit.application ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"recruit/reason.cs" ?>
<div class="bar">
<p class="crumb"><a href="/recruit/review"><?cs var:Lang.recruit.review ?></a> › <?cs var:Page.Application.name ?></p>
<h1><?cs var:Page.Application.name ?></h1>
<b class="tag <?cs var:Page.Application.state ?>"><?cs var:Lang.State.application[Page.Application.state] ?></b>
<div class="acts"><?cs if:Page.Can.approve ?><form method="post" action="/recruit/review/<?cs
var:Page.Application.uid ?>/approve"><?cs include!"token.cs" ?><button class="button go" type="submit"><?cs
var:Lang.recruit.approve ?></button></form><?cs /if ?><?cs
if:Page.Can.wait ?><form method="post" action="/recruit/review/<?cs var:Page.Application.uid ?>/wait"><?cs
include!"token.cs" ?><button class="button go" type="submit"><?cs var:Lang.recruit.queue ?></button></form><?cs /if ?></div>
</div>
<?cs if:Page.Can.wait ?><p class="note wait"><?cs var:Lang.recruit.full_note ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.Field.name ?></dt><dd><a href="/account/volunteers/<?cs var:Page.Application.volunteer_no ?>"><?cs
var:Page.Application.name ?></a></dd></div>
<div><dt><?cs var:Lang.recruit.applied_at ?></dt><dd><?cs var:at(Page.Application.applied_at) ?></dd></div>
<?cs if:Page.Application.age ?><div><dt><?cs var:Lang.recruit.age ?></dt><dd><?cs var:Page.Application.age ?></dd></div>
<?cs /if ?><?cs if:Page.Application.sex ?><div><dt><?cs var:Lang.Field.sex ?></dt><dd><?cs var:Page.Application.sex ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.hours ?></dt><dd><?cs var:Page.Application.hours ?></dd></div>
<?cs if:Page.Application.skills ?><div><dt><?cs var:Lang.Field.skills ?></dt><dd><?cs var:Page.Application.skills ?></dd></div>
<?cs /if ?><?cs if:Page.Application.no_shows > #0 ?><div><dt><?cs var:Lang.recruit.no_shows ?></dt><dd><?cs
var:Page.Application.no_shows ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.project ?></dt><dd><a href="/project/<?cs var:Page.Application.project_no ?>"><?cs
var:Page.Application.project ?></a></dd></div>
<div><dt><?cs var:Lang.recruit.position ?></dt><dd><?cs var:Page.Application.position ?></dd></div>
<?cs if:Page.Application.shift ?><div><dt><?cs var:Lang.recruit.activity ?></dt><dd><a href="/activity/manage/<?cs
var:Page.Application.shift_no ?>"><?cs
var:at(Page.Application.shift) ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.taken_of ?></dt><dd><?cs var:Page.Application.taken ?> / <?cs
var:Page.Application.wanted ?></dd></div>
<div class="whole"><dt><?cs var:Lang.recruit.conditions ?></dt><dd><?cs var:Page.Application.conditions ?></dd></div>
<?cs if:Page.Application.line_no ?><div><dt><?cs var:Lang.recruit.line_no ?></dt><dd><?cs var:Page.Application.line_no ?></dd></div>
<?cs /if ?><?cs if:Page.Application.offered_until ?><div><dt><?cs var:Lang.recruit.offered_until ?></dt><dd><?cs
var:at(Page.Application.offered_until) ?></dd></div>
<?cs /if ?><?cs if:Page.Application.decided_by ?><div><dt><?cs var:Lang.recruit.decided_by ?></dt><dd><?cs
var:Page.Application.decided_by ?> <?cs var:at(Page.Application.decided_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Application.reason ?><div class="whole"><dt><?cs var:Lang.recruit.reason ?></dt><dd><?cs
call:reason(Page.Application.reason) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Can.refuse ?><h2><?cs var:Lang.recruit.refuse ?></h2>
<form class="form" method="post" action="/recruit/review/<?cs var:Page.Application.uid ?>/refuse" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.recruit.refuse ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
