<?cs set:Title = Lang.account.correct + " " + Page.Correction.no ?><?cs set:Section = "people" ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/corrections"><?cs var:Lang.account.corrections ?></a> › <?cs var:Page.Correction.no ?></p>
<h1><?cs var:Lang.account.correct ?> <?cs var:Page.Correction.no ?></h1>
<b class="tag correction <?cs var:Page.Correction.state ?>"><?cs var:Lang.State.correction[Page.Correction.state] ?></b>
<div class="acts"><?cs if:Page.May.decide ?><form method="post" action="/account/corrections/<?cs
var:url_escape(Page.Correction.no) ?>/accept"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.account.correct_accept ?></button></form><?cs /if ?></div>
</div>
<?cs if:Page.May.decide ?><p class="note"><?cs var:Lang.account.correct_decide ?></p>
<?cs elif:Page.Correction.state == "open" ?><p class="note wait"><?cs var:Lang.account.correct_second ?></p>
<?cs /if ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.account.correct ?>"><table class="list">
<thead><tr><th scope="col"><?cs var:Lang.account.correct_what ?></th><th scope="col"><?cs var:Lang.account.correct_now ?></th><th
scope="col"><?cs var:Lang.account.correct_new ?></th></tr></thead>
<tbody>
<?cs if:Page.Correction.name ?><tr><th scope="row"><?cs var:Lang.account.Field.name ?></th><td><?cs
if:Page.Correction.was_name ?><?cs var:Page.Correction.was_name ?><?cs else ?><?cs var:Page.Correction.now_name ?><?cs /if ?></td><td><?cs
var:Page.Correction.name ?></td></tr>
<?cs /if ?><?cs if:Page.Correction.id_no ?><tr><th scope="row"><?cs var:Lang.account.Field.id_no ?></th><td><?cs
var:Page.Correction.now_id_no ?></td><td><?cs var:Page.Correction.id_no ?></td></tr>
<?cs /if ?><?cs if:Page.Correction.birth_on ?><tr><th scope="row"><?cs var:Lang.account.Field.birth_on ?></th><td><?cs
var:Page.Correction.now_birth_on ?></td><td><?cs var:Page.Correction.birth_on ?></td></tr>
<?cs /if ?></tbody>
</table></div>
<dl class="facts">
<div><dt><?cs var:Lang.account.no ?></dt><dd><a href="/account/volunteers/<?cs var:url_escape(Page.Correction.volunteer) ?>"><?cs
var:Page.Correction.volunteer ?></a></dd></div>
<div class="whole"><dt><?cs var:Lang.account.correct_why ?></dt><dd><?cs var:Page.Correction.purpose ?></dd></div>
<div class="whole"><dt><?cs var:Lang.account.Field.proof ?></dt><dd><?cs var:Page.Correction.proof ?></dd></div>
<div><dt><?cs var:Lang.account.correct_asked_by ?></dt><dd><?cs if:Page.Correction.asked_by ?><?cs var:Page.Correction.asked_by ?><?cs
else ?><?cs var:Lang.account.by_self ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.account.correct_asked_at ?></dt><dd><?cs var:at(Page.Correction.asked_at) ?></dd></div>
<?cs if:Page.Correction.handled_by ?><div><dt><?cs var:Lang.account.correct_handled ?></dt><dd><?cs
var:Page.Correction.handled_by ?> <?cs var:at(Page.Correction.handled_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Correction.answer ?><div class="whole"><dt><?cs var:Lang.account.correct_answer ?></dt><dd><?cs
var:Page.Correction.answer ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.May.look ?><h2><?cs var:Lang.account.unmask ?></h2>
<form class="form" method="post" action="/account/corrections/<?cs var:url_escape(Page.Correction.no) ?>/look" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("purpose", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.account.unmask_button ?></button></p>
</form>
<?cs /if ?><?cs if:Page.May.decide ?><h2><?cs var:Lang.account.correct_decline ?></h2>
<form class="form" method="post" action="/account/corrections/<?cs var:url_escape(Page.Correction.no) ?>/decline" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.account.correct_decline ?></button></p>
</form>
<?cs elif:Page.May.cancel ?><h2><?cs var:Lang.account.correct_cancel ?></h2>
<form class="form" method="post" action="/account/corrections/<?cs var:url_escape(Page.Correction.no) ?>/cancel" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.account.correct_cancel ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
