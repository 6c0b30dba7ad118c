<?cs set:Title = Lang.training.manage ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.training.manage ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/training/manage/new" data-key="n"><?cs var:Lang.training.new ?></a></div>
</div>
<form class="filters" action="/training/manage">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.training.held_on) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.training) ?><?cs call:filter_select("kind", Page.Kinds) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Trainings) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.training.manage ?></caption>
<thead><tr><?cs call:column("no", Lang.training.no) ?><?cs call:column("title", Lang.training.Field.title) ?><?cs
call:column("kind", Lang.training.Field.kind) ?><?cs call:column("starts_at", Lang.training.Field.starts_at) ?><?cs
call:column("place", Lang.training.Field.place) ?><?cs call:column_num("taken", Lang.training.taken) ?><?cs
call:column_num("waiting", Lang.training.waiting) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:t = Page.Trainings ?><tr><td><a href="/training/manage/<?cs var:t.no ?>"><?cs var:t.no ?></a></td>
<td class="w"><?cs var:t.title ?></td><td><?cs var:t.kind_name ?></td><td><?cs var:short(t.starts_at) ?> <?cs
var:hour(t.starts_at) ?></td><td><?cs var:t.place ?></td><td class="num"><?cs var:t.taken ?> / <?cs
var:t.places ?></td><td class="num"><?cs var:t.waiting ?></td>
<td><b class="tag <?cs var:t.state ?>"><?cs var:Lang.State.training[t.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.training.manage_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
