<?cs set:Title = Lang.station.notice_list ?><?cs
set:Section = "publicity" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.notice_list ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/station/notices/new" data-key="n"><?cs var:Lang.station.notice_new ?></a></div>
</div>
<form class="filters" action="/station/notices"><?cs call:filter_text("title") ?><?cs
call:filter_select("kind", Lang.station.NewsKind) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Notices) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.notice_list ?></caption>
<thead><tr><?cs call:column("day", Lang.station.Notices.day) ?><?cs call:column("kind", Lang.station.Notices.kind) ?><?cs
call:column("title", Lang.station.Notices.title) ?><?cs call:column("published_at", Lang.station.Notices.published_at) ?><?cs
call:column("until", Lang.station.Notices.until) ?><?cs call:column("author", Lang.station.Notices.author) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:n = Page.Notices ?><tr><td><?cs var:short(n.day) ?></td><td><?cs var:Lang.station.NewsKind[n.kind] ?></td><td class="w"><a
href="/station/notices/<?cs var:n.uid ?>"><?cs var:n.title ?></a></td><td><?cs if:n.published_at ?><?cs
var:at(n.published_at) ?><?cs /if ?></td><td><?cs if:n.until ?><?cs var:on(n.until) ?><?cs /if ?></td><td><?cs
var:n.author ?></td><td><b class="tag <?cs var:n.state ?>"><?cs var:Lang.station.NewsState[n.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.notices_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
