<?cs set:Title = Lang.account.corrections ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <?cs var:Lang.account.corrections ?></p>
<h1><?cs var:Lang.account.corrections ?></h1>
</div>
<?cs if:subcount(Page.Corrections) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.account.corrections ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.account.correct_no ?></th><th scope="col"><?cs var:Lang.account.Field.name ?></th><th
scope="col"><?cs var:Lang.account.correct_what ?></th><th scope="col"><?cs var:Lang.account.correct_asked_by ?></th><th
scope="col"><?cs var:Lang.account.correct_asked_at ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Corrections ?><tr><td><a href="/account/corrections/<?cs var:url_escape(c.no) ?>"><?cs var:c.no ?></a></td><td><?cs
var:c.name ?> <?cs var:c.volunteer ?></td><td><?cs if:c.of_name ?><?cs var:Lang.account.Field.name ?> <?cs /if ?><?cs
if:c.of_number ?><?cs var:Lang.account.Field.id_no ?> <?cs /if ?><?cs if:c.of_birth ?><?cs var:Lang.account.Field.birth_on ?><?cs
/if ?></td><td><?cs if:c.asked_by ?><?cs var:c.asked_by ?><?cs else ?><?cs var:Lang.account.by_self ?><?cs /if ?></td><td><?cs
var:short(c.asked_at) ?></td><td><b class="tag correction <?cs var:c.state ?>"><?cs var:Lang.State.correction[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.account.corrections_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
