<?cs set:Title = Lang.bank.duty ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.duty ?></h1>
</div>
<p><?cs var:Lang.bank.duty_about ?></p>
<form class="form" method="post" action="/bank/green/duty" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("volunteer_no", "required") ?><p class="acts"><button class="button go" type="submit"><?cs
var:Lang.bank.duty_give ?></button></p>
</form>
<?cs if:subcount(Page.Duties) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.bank.duty ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.duty ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.bank.Duty.no ?></th><th scope="col"><?cs var:Lang.bank.Duty.name ?></th><th scope="col"><?cs
var:Lang.bank.Duty.given ?></th><th scope="col" class="num"><?cs var:Lang.bank.Duty.checked ?></th><th scope="col"><?cs
var:Lang.bank.Duty.act ?></th></tr></thead>
<tbody>
<?cs each:d = Page.Duties ?><tr><td><?cs var:d.no ?></td><td><?cs var:d.name ?></td><td><?cs var:at(d.given_at) ?> <?cs
var:d.given_by ?></td><td class="num"><?cs var:d.checked ?></td><td><form method="post" action="/bank/green/duty/end"><?cs
include!"token.cs" ?><input type="hidden" name="duty" value="<?cs var:d.uid ?>"><button class="button bad" type="submit"><?cs
var:Lang.bank.duty_end ?><span class="hidden"> <?cs var:d.name ?></span></button></form></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.duty_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
