<?cs set:Title = Lang.station.staff ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs if:Page.Region ?><?cs var:Lang.station.accounts_region ?><?cs else ?><?cs var:Lang.station.staff ?><?cs /if ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<?cs if:!Page.Region ?><a class="button go" href="/station/staff/new" data-key="n"><?cs var:Lang.station.add_staff ?></a><?cs /if ?></div>
</div>
<form class="filters" action="/station/staff"><?cs call:filter_day("from", Lang.station.made_on) ?><?cs
call:filter_select("state", Lang.State.staff) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Accounts) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.staff ?></caption>
<thead><tr><?cs call:column("name", Lang.Field.name) ?><?cs call:column("login", Lang.Field.login) ?><?cs
if:Page.Region ?><?cs call:column("station", Lang.station.station) ?><?cs /if ?><?cs
call:column("roles", Lang.station.Field.role) ?><?cs call:column("state", Lang.station.state) ?><?cs
call:column("linked", Lang.station.linked) ?><?cs call:column("second", Lang.station.second) ?><?cs
call:column("last_sign_in_at", Lang.station.last_sign_in) ?><?cs call:column("created_at", Lang.station.made_on) ?><?cs
call:column("made_by", Lang.station.made_by) ?></tr></thead>
<tbody>
<?cs each:a = Page.Accounts ?><tr><td><a href="/station/staff/<?cs var:a.ref ?>"><?cs var:a.name ?></a></td><td><?cs
var:a.login ?></td><?cs if:Page.Region ?><td class="w"><?cs var:a.station ?></td><?cs /if ?><td><?cs var:a.roles ?></td>
<td><b class="tag <?cs var:a.state ?>"><?cs var:Lang.State.staff[a.state] ?></b></td><td><?cs
if:a.linked == 1 ?><?cs var:Lang.Layout.yes ?><?cs else ?><b class="tag wait"><?cs var:Lang.Layout.no ?></b><?cs /if ?></td><td><?cs
if:a.second == 1 ?><?cs var:Lang.Layout.yes ?><?cs else ?><?cs var:Lang.Layout.no ?><?cs /if ?></td>
<td><?cs if:a.last_sign_in_at ?><?cs var:at(a.last_sign_in_at) ?><?cs /if ?></td><td><?cs var:at(a.created_at) ?></td><td><?cs
if:a.made_by ?><?cs var:a.made_by ?><?cs else ?><?cs var:Lang.station.by_command ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.staff_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
