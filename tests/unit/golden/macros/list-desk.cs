<?cs set:Title = Lang.Layout.nav_needs ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar"><h1><?cs var:Title ?></h1><?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div></div>
<form class="filters" action="/needs/ledger"><?cs call:filter_text("q") ?><?cs call:filter_day("from", "") ?><?cs
call:filter_select("state", Lang.State.need) ?><?cs include!"list_clear.cs" ?></form>
<table class="list"><thead><tr><?cs call:column("no", Lang.Field.name) ?><?cs
call:column_num("minutes", Lang.Layout.minutes) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:n = Page.Needs ?><tr><td><?cs var:n.no ?></td><td class="num"><?cs var:n.minutes ?></td>
<td><b class="tag <?cs var:n.state ?>"><?cs var:Lang.State.need[n.state] ?></b></td></tr>
<?cs /each ?></tbody></table>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs include!"staff_foot.cs" ?>
