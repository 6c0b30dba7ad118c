<?cs set:Title = Lang.station.place_list ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.place_list ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/station/places/new" data-key="n"><?cs var:Lang.station.place_new ?></a></div>
</div>
<form class="filters" action="/station/places"><?cs call:filter_text("name") ?><?cs
call:filter_select("kind", Lang.State.station_kind) ?><?cs call:filter_select("state", Lang.State.station) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Places) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.place_list ?></caption>
<thead><tr><?cs call:column("no", Lang.station.no) ?><?cs call:column("kind", Lang.station.Field.kind) ?><?cs
call:column("name", Lang.station.Field.name) ?><?cs call:column("region", Lang.Field.region) ?><?cs
call:column("person_in_charge", Lang.station.Field.person_in_charge) ?><?cs call:column("phone", Lang.Field.phone) ?><?cs
call:column("parent", Lang.station.Field.parent_name) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:p = Page.Places ?><tr><td><a href="/station/places/<?cs var:p.no ?>"><?cs var:p.no ?></a></td><td><?cs
var:Lang.State.station_kind[p.kind] ?></td><td><?cs var:p.name ?></td><td class="w"><?cs var:p.region ?></td><td><?cs
var:p.person_in_charge ?></td><td><?cs var:p.phone ?></td><td><?cs var:p.parent ?></td><td><b class="tag <?cs
var:p.state ?>"><?cs var:Lang.State.station[p.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.places_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
