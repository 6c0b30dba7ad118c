<?cs set:Title = Lang.station.papers ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/places"><?cs var:Lang.station.place_list ?></a> › <a href="/station/places/<?cs
var:Page.No ?>"><?cs var:Page.Name ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Lang.station.papers ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/station/places/<?cs var:Page.No ?>/papers"><?cs call:filter_select("kind", Lang.State.paper_kind) ?><?cs
call:filter_text("year") ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Papers) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.papers ?></caption>
<thead><tr><?cs call:column("day", Lang.station.Papers.day) ?><?cs call:column("kind", Lang.station.Papers.kind) ?><?cs
call:column("year", Lang.station.Papers.year) ?><?cs call:column("title", Lang.station.Papers.title) ?><?cs
call:column("author", Lang.station.Papers.author) ?></tr></thead>
<tbody>
<?cs each:p = Page.Papers ?><tr><td><?cs var:short(p.day) ?></td><td><?cs var:Lang.State.paper_kind[p.kind] ?></td><td><?cs
var:p.year ?></td><td class="w"><a href="/station/places/<?cs var:Page.No ?>/document/<?cs
var:p.document ?>"><?cs var:p.title ?></a></td><td><?cs
var:p.author ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.papers_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
