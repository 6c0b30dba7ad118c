<?cs set:Title = Page.Check.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?><?cs
include!"activity/spot_facts.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/spots"><?cs var:Lang.activity.spots ?></a> › <?cs var:Page.Check.title ?></p>
<h1><?cs var:Page.Check.title ?></h1>
<b class="tag <?cs var:Page.Check.state ?>"><?cs var:Lang.State.spot_check[Page.Check.state] ?></b>
<?cs include!"list_head.cs" ?><div class="acts"><?cs if:Page.Check.state != "open" ?><a class="button" href="/activity/spots/<?cs
var:Page.Check.uid ?>/pack"><?cs var:Lang.activity.spot_pack ?></a> <?cs include!"list_acts.cs" ?><?cs
/if ?><a class="button" href="/activity/spot/<?cs
var:Page.Check.uid ?>"><?cs var:Lang.activity.spot_public ?></a></div>
</div>
<?cs call:spot_facts(Page.Check) ?><?cs if:Page.Check.state == "open" ?><p class="note"><?cs var:Lang.activity.spot_open_about ?></p>
<form method="post" action="/activity/spots/<?cs var:Page.Check.uid ?>/draw"><?cs
include!"token.cs" ?><button class="button go" type="submit"><?cs var:Lang.activity.spot_take ?></button></form>
<?cs else ?><h2><?cs var:Lang.activity.spot_findings ?></h2>
<?cs call:spot_sums(Page.Sums) ?><form class="filters" action="/activity/spots/<?cs var:Page.Check.uid ?>"><?cs
call:filter_select("finding", Lang.activity.Finding) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Items) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.spot_findings ?></caption>
<thead><tr><?cs call:column_num("spot_rank", Lang.activity.SpotItems.spot_rank) ?><?cs call:column("no", Lang.activity.SpotItems.no) ?><?cs
call:column("station", Lang.activity.SpotItems.station) ?><?cs call:column("title", Lang.activity.SpotItems.title) ?><?cs
call:column("served_on", Lang.activity.SpotItems.served_on) ?><?cs call:column_num("minutes", Lang.Layout.hours) ?><?cs
call:column("evidence", Lang.activity.SpotItems.evidence) ?><?cs call:column("finding", Lang.activity.SpotItems.finding) ?></tr></thead>
<tbody>
<?cs each:i = Page.Items ?><tr><td class="num"><?cs var:i.spot_rank ?></td><td><a href="/activity/spots/<?cs
var:Page.Check.uid ?>/record/<?cs var:i.no ?>"><?cs var:i.no ?></a></td><td><?cs var:i.station ?></td><td class="w"><?cs
var:i.title ?></td><td><?cs var:short(i.served_on) ?></td><td class="num"><?cs var:i.hours ?></td><td><?cs
var:Lang.Evidence[i.evidence] ?></td><td><b class="tag <?cs var:i.finding ?>"><?cs var:Lang.activity.Finding[i.finding] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.activity.spot_items_empty ?></p>
<?cs /if ?><?cs if:Page.Check.state == "drawn" ?><h2><?cs var:Lang.activity.spot_result ?></h2>
<form class="form" method="post" action="/activity/spots/<?cs var:Page.Check.uid ?>/publish" novalidate><?cs include!"token.cs" ?><?cs
set:At.wide = #1 ?><?cs call:textarea_as("result", "required", "5", Lang.activity.spot_result, Lang.activity.spot_result_about) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.activity.spot_publish ?></button></p></form>
<?cs else ?><h2><?cs var:Lang.activity.spot_result ?></h2>
<p class="text"><?cs var:Page.Check.result ?></p>
<?cs /if ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
