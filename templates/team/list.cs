<?cs set:Title = Lang.team.teams ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.team.teams ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/team/new" data-key="n"><?cs var:Lang.team.new ?></a></div>
</div>
<form class="filters" action="/team/"><?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.team) ?><?cs
call:filter_select("kind", Page.Kinds) ?><?cs call:filter_select("field", Page.Fields) ?><?cs
call:filter_select("category", Page.Categories) ?><?cs call:filter_select("stage", Page.Stages) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Teams) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.team.teams ?></caption>
<thead><tr><?cs call:column("name", Lang.team.Ledger.name) ?><?cs call:column("kind", Lang.team.Ledger.kind) ?><?cs
call:column("field", Lang.team.Ledger.field) ?><?cs call:column("categories", Lang.team.Ledger.categories) ?><?cs
call:column_num("members", Lang.team.Ledger.members) ?><?cs call:column("leader", Lang.team.Ledger.leader) ?><?cs
call:column("contact", Lang.team.Ledger.contact) ?><?cs call:column("phone", Lang.team.Ledger.phone) ?><?cs
call:column("stage", Lang.team.Ledger.stage) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:t = Page.Teams ?><tr><td class="w"><a href="/team/desk/<?cs var:t.uid ?>"><?cs var:t.name ?></a></td><td><?cs
var:t.kind_name ?></td><td><?cs var:t.field_name ?></td><td><?cs var:t.categories_name ?></td>
<td class="num"><?cs var:t.members ?></td><td><?cs var:t.leader ?></td><td><?cs var:t.contact ?></td><td><?cs var:t.phone ?></td>
<td><?cs var:t.stage_name ?></td><td><b class="tag <?cs var:t.state ?>"><?cs var:Lang.State.team[t.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.team.list_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
