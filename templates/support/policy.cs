<?cs set:Title = Page.Policy.policy_no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/insurance"><?cs var:Lang.support.insurance ?></a> › <?cs var:Page.Policy.policy_no ?></p>
<h1><?cs var:Page.Policy.insurer ?> <?cs var:Page.Policy.policy_no ?></h1>
<?cs if:Page.Policy.ended_at ?><b class="tag ended"><?cs var:Lang.support.State.ended ?></b><?cs
else ?><div class="acts"><a class="button" href="/support/insurance/<?cs var:Page.Policy.uid ?>/edit" data-key="e"><?cs
var:Lang.Layout.edit ?></a></div><?cs /if ?>
</div>
<?cs if:Page.Policy.ended_at ?><p class="note bad"><?cs var:Lang.support.ended ?> <?cs var:at(Page.Policy.ended_at) ?> <?cs
var:Page.Policy.end_reason ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.support.Field.kind ?></dt><dd><?cs var:Page.Policy.kind ?></dd></div>
<div><dt><?cs var:Lang.support.days ?></dt><dd><?cs var:span(Page.Policy.from_on + "/" + Page.Policy.to_on) ?></dd></div>
<div><dt><?cs var:Lang.support.Field.covers ?></dt><dd><?cs var:Lang.State.insurance_covers[Page.Policy.covers] ?></dd></div>
<?cs if:Page.Policy.project_no ?><div><dt><?cs var:Lang.support.Field.project ?></dt><dd><a href="/project/<?cs
var:Page.Policy.project_no ?>"><?cs var:Page.Policy.project ?></a></dd></div>
<?cs else ?><div><dt><?cs var:Lang.support.Field.project ?></dt><dd><?cs var:Lang.support.whole_station ?></dd></div>
<?cs /if ?><?cs if:Page.Policy.premium_yuan > #0 ?><div><dt><?cs var:Lang.support.Field.premium_yuan ?></dt><dd><?cs
var:Page.Policy.premium_yuan ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.support.entered ?></dt><dd><?cs var:Page.Policy.entered_by ?> <?cs
var:at(Page.Policy.entered_at) ?></dd></div>
<?cs if:Page.Policy.paper == #1 ?><div><dt><?cs var:Lang.support.paper ?></dt><dd><a href="/support/insurance/<?cs
var:Page.Policy.uid ?>/paper"><?cs var:Lang.support.paper_look ?></a></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Beside) ?><h2><?cs var:Lang.support.beside ?></h2>
<ul class="rows">
<?cs each:o = Page.Beside ?><li><a href="/support/insurance/<?cs var:o.uid ?>"><?cs var:o.insurer ?> <?cs var:o.policy_no ?></a> <span><?cs
var:span(o.from_on + "/" + o.to_on) ?></span> <?cs var:Lang.State.insurance_covers[o.covers] ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Policy.covers == "named" ?><h2><?cs var:Lang.support.people ?> <?cs var:Page.Policy.insured ?></h2>
<?cs if:subcount(Page.People) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.people ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.name ?></th><th scope="col"><?cs var:Lang.support.volunteer_no ?></th><th scope="col"><?cs
var:Lang.support.added_at ?></th><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:p = Page.People ?><tr><td><?cs var:p.name ?></td><td><?cs var:p.no ?></td><td><?cs var:at(p.added_at) ?></td><td><?cs
if:Page.Can.name ?><form method="post" action="/support/insurance/<?cs var:Page.Policy.uid ?>/remove"><?cs
include!"token.cs" ?><input type="hidden" name="person" value="<?cs var:p.ref ?>"><button class="button bad" type="submit"><?cs
var:Lang.support.remove ?><span class="hidden"> <?cs var:p.name ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.no_people ?></p>
<?cs /if ?><?cs if:Page.Can.name ?><form class="form" method="post" action="/support/insurance/<?cs
var:Page.Policy.uid ?>/people" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("numbers", "required", "4") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.support.people_add ?></button></p>
</form>
<?cs if:Page.Policy.project_no ?><form method="post" action="/support/insurance/<?cs var:Page.Policy.uid ?>/accepted"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.support.accepted_add ?></button></form>
<?cs /if ?><?cs /if ?><?cs /if ?><?cs if:Page.Can.end ?><h2><?cs var:Lang.support.paper_put ?></h2>
<form class="form" method="post" enctype="multipart/form-data" action="/support/insurance/<?cs
var:Page.Policy.uid ?>/paper" novalidate><?cs include!"token.cs" ?>
<?cs call:file("file", "required", "image/jpeg,image/png,application/pdf") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.support.paper_put ?></button></p>
</form>
<h2><?cs var:Lang.support.end ?></h2>
<form class="form" method="post" action="/support/insurance/<?cs var:Page.Policy.uid ?>/end" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.support.end ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
