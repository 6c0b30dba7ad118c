<?cs set:Title = Page.Cluster.category_name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/clusters"><?cs var:Lang.needs.clusters ?></a> › <?cs var:Page.Cluster.category_name ?></p>
<h1><?cs var:Page.Cluster.category_name ?><?cs if:Page.Cluster.target_name ?> <?cs var:Page.Cluster.target_name ?><?cs
/if ?><?cs if:Page.Cluster.grid ?> <?cs var:Page.Cluster.grid ?><?cs /if ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/project/new?category=<?cs var:url_escape(Page.Cluster.category) ?>&amp;group=<?cs
var:url_escape(Page.Cluster.target) ?>&amp;grid=<?cs var:url_escape(Page.Cluster.grid) ?>"><?cs
var:Lang.needs.cluster_all ?></a></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.needs.target_group ?></dt><dd><?cs if:Page.Cluster.target_name ?><?cs var:Page.Cluster.target_name ?><?cs
else ?><?cs var:Lang.needs.group_none ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.needs.grid ?></dt><dd><?cs if:Page.Cluster.grid ?><?cs var:Page.Cluster.grid ?><?cs
else ?><?cs var:Lang.needs.place_none ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.needs.cluster_needs ?></dt><dd><?cs var:Page.Cluster.needs ?></dd></div>
<div><dt><?cs var:Lang.needs.cluster_homes ?></dt><dd><?cs var:Page.Cluster.homes ?> <small><?cs
var:Lang.needs.cluster_homes_about ?></small></dd></div>
<div><dt><?cs var:Lang.needs.cluster_late ?></dt><dd><?cs if:Page.Cluster.late > #0 ?><b class="error"><?cs
var:Page.Cluster.late ?></b><?cs else ?><?cs var:Page.Cluster.late ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.needs.cluster_risky ?></dt><dd><?cs var:Page.Cluster.risky ?></dd></div>
</dl>
<h2><?cs var:Lang.needs.cluster_list ?></h2>
<?cs if:subcount(Page.Needs) ?><form action="/project/new"><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.cluster_list ?></caption>
<thead><tr><td class="tick"><input type="checkbox" data-check-all="need" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></td><?cs call:column("no", Lang.needs.need_no) ?><?cs call:column("day", Lang.needs.day) ?><?cs
call:column("description", Lang.needs.description) ?><?cs call:column("household", Lang.needs.household_no) ?><?cs
call:column("frequency", Lang.needs.frequency) ?><?cs call:column("risk", Lang.needs.risk) ?><?cs
call:column("reply_by", Lang.needs.reply_by) ?><?cs call:column("served_on", Lang.needs.served_on) ?></tr></thead>
<tbody>
<?cs each:n = Page.Needs ?><tr><td class="tick"><input type="checkbox" name="need" value="<?cs var:n.no ?>" aria-label="<?cs
var:n.no ?>"></td><td><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a></td><td><?cs var:short(n.day) ?></td>
<td class="w"><?cs var:n.description ?></td><td><?cs if:n.household ?><a href="/needs/households/<?cs
var:n.household ?>"><?cs var:n.household ?></a><?cs /if ?></td><td><?cs var:n.frequency ?></td><td class="wrap"><?cs
var:n.risk ?></td><td><?cs if:n.late > #0 ?><b class="bad"><?cs var:short(n.reply_by) ?> <?cs
var:Lang.needs.Reply.late ?></b><?cs elif:n.reply_by ?><?cs var:short(n.reply_by) ?><?cs /if ?></td><td><?cs
if:n.served_on ?><?cs var:short(n.served_on) ?><?cs else ?><?cs var:Lang.needs.served_never ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span> <button class="button" type="submit"><?cs
var:Lang.needs.cluster_ticked ?></button><?cs include!"pager.cs" ?></div>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
