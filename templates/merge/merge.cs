<?cs set:Title = Lang.merge.merge + " " + Page.Merge.no ?><?cs set:Section = "doubles" ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/merge/"><?cs var:Lang.merge.title ?></a> › <?cs var:Page.Merge.no ?></p>
<h1><?cs var:Lang.merge.merge ?> <?cs var:Page.Merge.no ?></h1>
<b class="tag person_merge <?cs var:Page.Merge.state ?>"><?cs var:Lang.State.person_merge[Page.Merge.state] ?></b>
<div class="acts"><?cs if:Page.May.decide ?><form method="post" action="/merge/<?cs var:url_escape(Page.Merge.no) ?>/accept"><?cs
include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.merge.accept ?></button></form><?cs /if ?></div>
</div>
<?cs if:Page.May.decide ?><p class="note"><?cs var:Lang.merge.decide_about ?></p>
<?cs elif:Page.Merge.state == "open" ?><p class="note wait"><?cs if:Page.Merge.station == Page.Merge.other_station ?><?cs
var:Lang.merge.waits_here ?><?cs else ?><?cs var:Lang.merge.waits_across ?><?cs /if ?></p>
<?cs /if ?><dl class="facts">
<div class="whole"><dt><?cs var:Lang.merge.Field.purpose ?></dt><dd><?cs var:Page.Merge.purpose ?></dd></div>
<div><dt><?cs var:Lang.merge.asked_by ?></dt><dd><?cs var:Page.Merge.asked_by ?> <?cs var:Page.Merge.station ?></dd></div>
<div><dt><?cs var:Lang.merge.asked ?></dt><dd><?cs var:at(Page.Merge.asked_at) ?></dd></div>
<div><dt><?cs var:Lang.merge.other_station ?></dt><dd><?cs var:Page.Merge.other_station ?></dd></div>
<?cs if:Page.Merge.handled_by ?><div><dt><?cs var:Lang.merge.handled_by ?></dt><dd><?cs var:Page.Merge.handled_by ?> <?cs
var:at(Page.Merge.handled_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Merge.answer ?><div class="whole"><dt><?cs var:Lang.merge.answer ?></dt><dd><?cs var:Page.Merge.answer ?></dd></div>
<?cs /if ?><?cs if:Page.Merge.undone_by ?><div><dt><?cs var:Lang.merge.undone_by ?></dt><dd><?cs var:Page.Merge.undone_by ?> <?cs
var:at(Page.Merge.undone_at) ?></dd></div>
<div class="whole"><dt><?cs var:Lang.merge.undone_why ?></dt><dd><?cs var:Page.Merge.undone_why ?></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Left) ?><h2><?cs var:Lang.merge.left ?></h2>
<p class="note wait"><?cs var:Lang.merge.left_about ?></p>
<ul class="rows">
<?cs each:l = Page.Left ?><li><span><?cs var:l.no ?></span><span><?cs var:l.title ?></span><span><?cs
var:span(l.starts_at + "/" + l.ends_at) ?></span><span class="badge"><?cs var:Lang.State.person_merge_left_why[l.why] ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.merge.sides ?></h2>
<?cs set:HeadA = Lang.merge.kept ?><?cs set:HeadB = Lang.merge.gone ?><?cs include!"merge/_sides.cs" ?><?cs
if:Page.May.decide ?><h2><?cs var:Lang.merge.decline ?></h2>
<form class="form" method="post" action="/merge/<?cs var:url_escape(Page.Merge.no) ?>/decline" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.merge.decline ?></button></p>
</form>
<?cs elif:Page.May.cancel ?><h2><?cs var:Lang.merge.cancel ?></h2>
<form class="form" method="post" action="/merge/<?cs var:url_escape(Page.Merge.no) ?>/cancel" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.merge.cancel ?></button></p>
</form>
<?cs elif:Page.May.undo ?><h2><?cs var:Lang.merge.undo ?></h2>
<p><?cs var:Lang.merge.undo_about ?> <?cs var:at(Page.Merge.undo_until) ?></p>
<form class="form" method="post" action="/merge/<?cs var:url_escape(Page.Merge.no) ?>/undo" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.merge.undo ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
