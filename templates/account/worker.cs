<?cs set:Title = Lang.account.worker ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <a href="/account/volunteers/<?cs
var:Page.Volunteer.no ?>"><?cs var:Page.Volunteer.name ?></a> › <?cs var:Lang.account.worker ?></p>
<h1><?cs var:Page.Volunteer.name ?> <?cs var:Lang.account.worker ?></h1>
</div>
<p class="note"><?cs var:Lang.account.worker_about ?></p>
<form class="form" method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/worker" novalidate><?cs include!"token.cs" ?>
<?cs call:select("level", "required", Page.Levels) ?><?cs call:text("certificate_no", "optional") ?><?cs
call:text("unit", "optional") ?><?cs call:day("valid_until", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs if:Page.Worker.noted_at ?><p><?cs var:Lang.account.worker_noted ?> <?cs var:Page.Worker.noted_by ?> <?cs
var:at(Page.Worker.noted_at) ?></p>
<form method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/worker/end"><?cs
include!"token.cs" ?><button class="button bad" type="submit"><?cs
var:Lang.account.worker_end ?></button></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
