<?cs set:Title = Lang.needs.clusters ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?><?cs include!"chart.cs" ?>
<div class="bar">
<h1><?cs var:Lang.needs.clusters ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<p class="hint"><?cs var:Lang.needs.clusters_about ?></p>
<form class="filters" action="/needs/clusters"><?cs call:filter_select("category", Page.Category) ?><?cs
call:filter_select("group", Page.Recipient) ?><?cs if:subcount(Page.Grids) ?><?cs call:filter_select("grid", Page.Grids) ?><?cs
/if ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Clusters) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.clusters ?></caption>
<thead><tr><?cs call:column("category", Lang.needs.category) ?><?cs call:column("target", Lang.needs.target_group) ?><?cs
call:column("grid", Lang.needs.grid) ?><?cs call:column_num("needs", Lang.needs.cluster_needs) ?><?cs
call:column_num("homes", Lang.needs.cluster_homes) ?><?cs call:column("since", Lang.needs.cluster_since) ?><?cs
call:column_num("late", Lang.needs.cluster_late) ?><?cs call:column_num("risky", Lang.needs.cluster_risky) ?></tr></thead>
<tbody>
<?cs each:c = Page.Clusters ?><tr><td><a href="/needs/cluster?category=<?cs var:url_escape(c.category) ?>&amp;group=<?cs
var:url_escape(c.target) ?>&amp;grid=<?cs var:url_escape(c.grid) ?>"><?cs var:c.category_name ?></a></td><td><?cs
if:c.target_name ?><?cs var:c.target_name ?><?cs else ?>—<?cs /if ?></td><td><?cs if:c.grid ?><?cs var:c.grid ?><?cs
else ?>—<?cs /if ?></td><td class="num"><?cs var:c.needs ?></td><td class="num"><?cs var:c.homes ?></td><td><?cs
if:c.since ?><?cs var:short(c.since) ?><?cs /if ?></td><td class="num"><?cs if:c.late > #0 ?><b class="error"><?cs
var:c.late ?></b><?cs else ?><?cs var:c.late ?><?cs /if ?></td><td class="num"><?cs var:c.risky ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.clusters_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Chart) ?><?cs call:chart(Page.Chart) ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
