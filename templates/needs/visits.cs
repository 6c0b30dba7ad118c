<?cs set:Title = Lang.needs.visits ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.needs.visits ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/needs/route"><?cs var:Lang.needs.route ?></a></div>
</div>
<form class="filters" action="/needs/visits"><?cs call:filter_day("from", Lang.needs.Visits.day) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs call:filter_select("mode", Lang.needs.Mode) ?><?cs
call:filter_select("result", Lang.State.visit_result) ?><?cs call:filter_select("facts", Lang.State.visit_facts) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Visits) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.visits ?></caption>
<thead><tr><?cs call:column("day", Lang.needs.Visits.day) ?><?cs call:column("no", Lang.needs.household_no) ?><?cs
call:column("name", Lang.needs.Homes.name) ?><?cs call:column("grid", Lang.needs.grid) ?><?cs
call:column("mode", Lang.needs.Field.mode) ?><?cs call:column("result", Lang.needs.Field.result) ?><?cs
call:column("visitor", Lang.needs.Visits.visitor) ?><?cs call:column("note", Lang.needs.Visits.note) ?><?cs
call:column("next_on", Lang.needs.Field.next_on) ?><?cs call:column("facts", Lang.needs.Visits.facts) ?></tr></thead>
<tbody>
<?cs each:v = Page.Visits ?><tr><td><a href="/needs/visits/<?cs var:v.uid ?>"><?cs var:short(v.day) ?><span class="hidden"> <?cs
var:v.no ?></span></a></td><td><a href="/needs/households/<?cs var:v.no ?>"><?cs var:v.no ?></a></td><td><?cs var:v.name ?></td><td><?cs
var:v.grid ?></td><td><?cs var:Lang.State.visit_mode[v.mode] ?></td><td><?cs var:Lang.State.visit_result[v.result] ?></td><td><?cs
var:v.visitor ?></td><td class="w"><?cs var:v.note ?></td><td><?cs var:short(v.next_on) ?></td><td><?cs
if:v.facts == "branch" ?><b class="tag branch"><?cs var:Lang.State.visit_facts.branch ?></b><?cs else ?><?cs
var:Lang.State.visit_facts[v.facts] ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.visits_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
