<?cs set:Title = Lang.needs.households ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.needs.households ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/needs/route"><?cs var:Lang.needs.route ?></a>
<a class="button go" href="/needs/households/new" data-key="n"><?cs var:Lang.needs.household_new ?></a></div>
</div>
<form class="filters" action="/needs/households"><?cs call:filter_text("q") ?><?cs call:filter_day("before", Lang.needs.not_since) ?><?cs
call:filter_select("household_kind", Page.Kind) ?><?cs call:filter_select("group", Page.Recipient) ?><?cs
call:filter_select("state", Lang.State.household) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Homes) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.households ?></caption>
<thead><tr><?cs call:column("no", Lang.needs.household_no) ?><?cs call:column("name", Lang.needs.Homes.name) ?><?cs
call:column("grid", Lang.needs.grid) ?><?cs call:column("kind", Lang.needs.Homes.kind) ?><?cs
call:column("groups", Lang.needs.Homes.groups) ?><?cs call:column_num("members", Lang.needs.Homes.members) ?><?cs
call:column("waits", Lang.needs.Homes.waits_since) ?><?cs call:column_num("_", Lang.needs.Homes.waits) ?><?cs
call:column("next_on", Lang.needs.Homes.next_on) ?><?cs
call:column("state", Lang.Layout.state) ?><th scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:h = Page.Homes ?><tr><td><a href="/needs/households/<?cs var:h.no ?>"><?cs var:h.no ?></a></td><td><?cs
var:h.name ?></td><td><?cs
var:h.grid ?></td><td><?cs var:h.kind_name ?></td><td class="w"><?cs var:h.groups_name ?></td><td class="num"><?cs
var:h.members ?></td><td><?cs
var:short(h.waits_since) ?></td><td class="num"><?cs if:h.waits > #60 ?><b class="bad"><?cs var:h.waits ?></b><?cs
else ?><?cs var:h.waits ?><?cs /if ?></td><td><?cs var:short(h.next_on) ?></td><td><b class="tag <?cs var:h.state ?>"><?cs
var:Lang.State.household[h.state] ?></b></td><td><?cs if:h.state == "active" ?><a href="/needs/households/<?cs
var:h.no ?>/visit"><?cs var:Lang.needs.visit_log ?><span class="hidden"> <?cs var:h.no ?></span></a><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.households_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.needs.household_find ?></h2>
<form class="form" method="post" action="/needs/households/find" novalidate><?cs include!"token.cs" ?>
<?cs call:person_as("name", "optional", Lang.needs.Homes.name, "") ?><?cs
call:tel("phone", "optional") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.Layout.find ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
