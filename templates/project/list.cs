<?cs set:Title = Lang.project.projects ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.project.projects ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/project/new" data-key="n"><?cs var:Lang.project.new ?></a></div>
</div>
<form class="filters" action="/project/">
<?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.project) ?><?cs
call:filter_select("regular", Lang.State.regular) ?><?cs
call:filter_day("from", Lang.project.Field.starts_on) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Projects) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.project.projects ?></caption>
<thead><tr><?cs call:column("no", Lang.project.no) ?><?cs call:column("title", Lang.project.Field.title) ?><?cs
call:column("starts_on", Lang.project.days) ?><?cs call:column_num("taken", Lang.project.places) ?><?cs
call:column_num("pending", Lang.project.pending) ?><?cs call:column("author", Lang.project.author) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:p = Page.Projects ?><tr><td><a href="/project/<?cs var:p.no ?>"><?cs var:p.no ?></a></td><td class="w"><?cs var:p.title ?><?cs
if:p.regular == "yes" ?> <b class="tag info"><?cs var:Lang.State.regular[p.regular] ?></b><?cs /if ?></td>
<td><?cs if:p.starts_on ?><?cs var:short(p.starts_on) ?> – <?cs var:short(p.ends_on) ?><?cs /if ?></td>
<td class="num"><?cs var:p.taken ?> / <?cs var:p.wanted ?></td><td class="num"><?cs var:p.pending ?></td><td><?cs var:p.author ?></td>
<td><b class="tag <?cs var:p.state ?>"><?cs var:Lang.State.project[p.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.project.list_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
