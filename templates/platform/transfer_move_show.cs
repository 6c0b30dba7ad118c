<?cs set:Title = Lang.platform.Move.title + " " + Page.Move.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer/moves"><?cs var:Lang.platform.Move.list ?></a> › <?cs var:Page.Move.no ?></p>
<h1><?cs var:Lang.platform.Move.title ?> <?cs var:Page.Move.no ?></h1>
<b class="tag station_move <?cs var:Page.Move.state ?>"><?cs
var:Lang.State.station_move[Page.Move.state] ?></b>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button><?cs
if:Page.May.accept ?>
<form method="post" action="/platform/transfer/move/<?cs var:Page.Move.no ?>/accept"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.platform.Move.accept ?></button></form><?cs /if ?></div>
</div>
<?cs if:Page.Move.state == "open" && Page.Move.direction == "in" ?><?cs
if:Page.Move.consent == #1 ?><p class="note"><?cs var:Lang.platform.Move.check_person ?></p>
<?cs else ?><p class="note bad"><?cs var:Lang.platform.Message.move_consent ?></p>
<?cs /if ?><?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.platform.person ?></dt><dd><?cs if:Page.Move.volunteer ?><a href="/account/volunteers/<?cs
var:Page.Move.volunteer ?>"><?cs var:Page.Move.person ?></a><?cs else ?><?cs var:Page.Move.person ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.platform.Move.from ?></dt><dd><?cs var:Page.Move.from_station ?></dd></div>
<div><dt><?cs var:Lang.platform.Move.to ?></dt><dd><?cs var:Page.Move.to_station ?></dd></div>
<?cs if:Page.Move.reason ?><div class="whole"><dt><?cs var:Lang.platform.reason ?></dt><dd><?cs var:Page.Move.reason ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.platform.Move.asked_by ?></dt><dd><?cs if:Page.Move.asked_by ?><?cs var:Page.Move.asked_by ?><?cs
else ?><?cs var:Lang.platform.Transfer.by_self ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.platform.Move.asked ?></dt><dd><?cs var:at(Page.Move.asked) ?></dd></div>
<?cs if:Page.Move.handled_by ?><div><dt><?cs var:Lang.platform.Transfer.handled_by ?></dt><dd><?cs var:Page.Move.handled_by ?></dd></div>
<?cs /if ?><?cs if:Page.Move.handled ?><div><dt><?cs var:Lang.platform.Transfer.handled ?></dt><dd><?cs
var:at(Page.Move.handled) ?></dd></div>
<?cs /if ?><?cs if:Page.Move.answer ?><div class="whole"><dt><?cs var:Lang.platform.Move.answer ?></dt><dd><?cs
var:Page.Move.answer ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.May.decline ?><h2><?cs var:Lang.platform.Move.decline ?></h2>
<form class="form" method="post" action="/platform/transfer/move/<?cs var:Page.Move.no ?>/decline" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.platform.Move.decline ?></button></p>
</form>
<?cs /if ?><?cs if:Page.May.cancel ?><h2><?cs var:Lang.platform.Move.cancel ?></h2>
<form class="form" method="post" action="/platform/transfer/move/<?cs var:Page.Move.no ?>/cancel" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.platform.Move.cancel ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
