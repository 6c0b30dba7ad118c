<?cs set:Title = Lang.needs.coverage ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.needs.coverage ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<p class="hint"><?cs var:Lang.needs.coverage_about ?></p>
<form class="filters" action="/needs/coverage"><?cs call:filter_select("state", Lang.needs.CoverState) ?><?cs
call:filter_select("category", Page.Category) ?><?cs call:filter_select("group", Page.Recipient) ?><?cs
call:filter_select("idle", Lang.needs.Idle) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Needs) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.coverage ?></caption>
<thead><tr><?cs call:column("no", Lang.needs.need_no) ?><?cs call:column("day", Lang.needs.day) ?><?cs
call:column("category", Lang.needs.category) ?><?cs call:column("target", Lang.needs.target_group) ?><?cs
call:column("description", Lang.needs.description) ?><?cs call:column("projects", Lang.needs.projects) ?><?cs
call:column("next_on", Lang.needs.next_on) ?><?cs call:column("served_on", Lang.needs.served_on) ?><?cs
call:column_num("idle", Lang.needs.idle) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:n = Page.Needs ?><tr><td><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a></td><td><?cs
var:short(n.day) ?></td><td><?cs var:n.category_name ?></td><td><?cs var:n.target_name ?></td><td class="w"><?cs
var:n.description ?></td><td><?cs var:n.projects ?></td><td><?cs if:n.next_on ?><?cs var:short(n.next_on) ?><?cs
/if ?></td><td><?cs if:n.served_on ?><?cs var:short(n.served_on) ?><?cs else ?><?cs var:Lang.needs.served_never ?><?cs
/if ?></td><td class="num"><?cs if:n.idle > #30 ?><b class="error"><?cs var:n.idle ?></b><?cs else ?><?cs
var:n.idle ?><?cs /if ?></td><td><b class="tag <?cs var:n.state ?>"><?cs var:Lang.State.need[n.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.coverage_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
