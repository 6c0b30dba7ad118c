<?cs set:Title = Lang.station.papers ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.papers ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/station/papers/new" data-key="n"><?cs var:Lang.station.paper_new ?></a></div>
</div>
<form class="filters" action="/station/papers"><?cs call:filter_select("kind", Lang.State.paper_kind) ?><?cs
call:filter_text("year") ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Papers) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.papers ?></caption>
<thead><tr><?cs call:column("day", Lang.station.Papers.day) ?><?cs call:column("kind", Lang.station.Papers.kind) ?><?cs
call:column("year", Lang.station.Papers.year) ?><?cs call:column("title", Lang.station.Papers.title) ?><?cs
call:column("author", Lang.station.Papers.author) ?><th class="no-print" scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:p = Page.Papers ?><tr><td><?cs var:short(p.day) ?></td><td><?cs var:Lang.State.paper_kind[p.kind] ?></td><td><?cs
var:p.year ?></td><td class="w"><a href="/station/document/<?cs var:p.document ?>"><?cs var:p.title ?></a></td><td><?cs
var:p.author ?></td><td class="no-print"><form method="post" action="/station/papers/<?cs
var:p.uid ?>/remove"><?cs include!"token.cs" ?><button class="plain" type="submit"><?cs var:Lang.station.paper_remove ?><span
class="hidden"> <?cs var:p.title ?></span></button></form></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.papers_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
