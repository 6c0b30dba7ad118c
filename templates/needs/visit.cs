<?cs set:Title = Lang.needs.visit ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/visits"><?cs var:Lang.needs.visits ?></a> › <a href="/needs/households/<?cs
var:Page.Visit.no ?>"><?cs var:Page.Visit.no ?></a></p>
<h1><?cs var:Lang.needs.visit ?> <?cs var:Page.Visit.name ?></h1>
<?cs if:Page.Visit.facts != "none" ?><b class="tag <?cs var:Page.Visit.facts ?>"><?cs var:Lang.State.visit_facts[Page.Visit.facts] ?></b>
<?cs /if ?><?cs if:Page.Can.edit ?><div class="acts"><a class="button" href="/needs/visits/<?cs
var:Page.Visit.uid ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a></div>
<?cs /if ?></div>
<dl class="facts">
<div><dt><?cs var:Lang.needs.Field.visited_at ?></dt><dd><?cs var:at(Page.Visit.visited_at) ?></dd></div>
<div><dt><?cs var:Lang.needs.Visits.visitor ?></dt><dd><?cs var:Page.Visit.visitor ?><?cs if:Page.Visit.companions ?><?cs
var:Lang.recruit.comma ?><?cs
var:Page.Visit.companions ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.needs.Field.mode ?></dt><dd><?cs var:Lang.State.visit_mode[Page.Visit.mode] ?></dd></div>
<div><dt><?cs var:Lang.needs.Field.result ?></dt><dd><?cs var:Lang.State.visit_result[Page.Visit.result] ?></dd></div>
<div class="whole"><dt><?cs var:Lang.needs.Field.found ?></dt><dd><?cs var:Page.Visit.note ?></dd></div>
<?cs if:Page.Visit.next_on ?><div><dt><?cs var:Lang.needs.Field.next_on ?></dt><dd><?cs var:on(Page.Visit.next_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Visit.need_no ?><div><dt><?cs var:Lang.needs.need ?></dt><dd><a href="/needs/ledger/<?cs
var:Page.Visit.need_no ?>"><?cs var:Page.Visit.need_no ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.needs.entered ?></dt><dd><?cs var:at(Page.Visit.created_at) ?><?cs
if:Page.Visit.offline == #1 ?> <?cs var:Lang.needs.by_phone ?><?cs /if ?></dd></div>
<?cs if:Page.Visit.clock_off > #60 || Page.Visit.clock_off < #-60 ?><div><dt><?cs var:Lang.needs.clock_off ?></dt><dd><?cs
var:Page.Visit.clock_off ?> <?cs var:Lang.needs.seconds ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Visit.facts != "none" ?><h2><?cs var:Lang.needs.facts ?></h2>
<?cs if:Page.Visit.facts == "branch" ?><p class="note wait"><?cs var:Lang.needs.branch_about ?></p>
<?cs /if ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.needs.facts ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.facts ?></caption>
<thead><tr><td></td><th scope="col"><?cs var:Lang.needs.in_file ?></th><th scope="col"><?cs var:Lang.needs.as_found ?></th></tr></thead>
<tbody>
<tr><th scope="row"><?cs var:Lang.needs.Field.household_kind ?></th><td><?cs var:Page.File.kind ?></td><td><?cs
var:Page.Visit.found_kind ?></td></tr>
<tr><th scope="row"><?cs var:Lang.needs.Field.members ?></th><td><?cs var:Page.File.members ?></td><td><?cs
var:Page.Visit.found_members ?></td></tr>
<tr><th scope="row"><?cs var:Lang.needs.Field.health ?></th><td><?cs if:Page.File.health ?><?cs var:Lang.needs.noted ?><?cs
/if ?></td><td><?cs
if:Page.Visit.found_health ?><?cs var:Lang.needs.noted ?><?cs /if ?></td></tr>
</tbody>
</table></div>
<?cs if:Page.Visit.facts == "branch" ?><div class="acts"><form method="post" action="/needs/visits/<?cs
var:Page.Visit.uid ?>/take"><?cs include!"token.cs" ?><button class="button go" type="submit"><?cs
var:Lang.needs.branch_take ?></button></form>
<form method="post" action="/needs/visits/<?cs var:Page.Visit.uid ?>/drop"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.needs.branch_drop ?></button></form></div>
<?cs elif:Page.Visit.settled_by ?><p><?cs var:Lang.needs.settled_by ?> <?cs var:Page.Visit.settled_by ?></p>
<?cs /if ?><?cs if:subcount(Page.Beside) ?><h2><?cs var:Lang.needs.beside ?></h2>
<ol class="line">
<?cs each:v = Page.Beside ?><li><p><a href="/needs/visits/<?cs var:v.uid ?>"><?cs var:at(v.visited_at) ?></a> <?cs
var:v.visitor ?> <b class="tag <?cs var:v.facts ?>"><?cs var:Lang.State.visit_facts[v.facts] ?></b></p>
<p><?cs if:v.found_kind ?><?cs var:v.found_kind ?><?cs var:Lang.recruit.comma ?><?cs /if ?><?cs if:v.found_members ?><?cs
var:v.found_members ?> <?cs
var:Lang.Layout.persons ?><?cs var:Lang.recruit.comma ?><?cs /if ?><?cs var:v.note ?></p></li>
<?cs /each ?></ol>
<?cs /if ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
