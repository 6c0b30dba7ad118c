<?cs set:Title = Lang.commend.selections ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.commend.selections ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/commend/manage/selections/new" data-key="n"><?cs var:Lang.commend.selection_new ?></a></div>
</div>
<form class="filters" action="/commend/manage/selections">
<?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.selection) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Selections) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.selections ?></caption>
<thead><tr><?cs call:column("name", Lang.commend.selection_name) ?><?cs call:column("organiser", Lang.commend.Field.organiser) ?><?cs
call:column_num("year", Lang.commend.Field.year) ?><?cs call:column("due_on", Lang.commend.Field.due_on) ?><?cs
call:column_num("nominations", Lang.commend.nominations) ?><?cs call:column("created_on", Lang.commend.selection_made) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:s = Page.Selections ?><tr><td class="w"><a href="/commend/manage/selections/<?cs var:s.uid ?>"><?cs
var:s.name ?></a></td><td class="w"><?cs var:s.organiser ?></td><td class="num"><?cs var:s.year ?></td><td><?cs
var:short(s.due_on) ?></td><td class="num"><?cs var:s.nominations ?></td><td><?cs var:short(s.created_on) ?></td><td><b
class="tag selection <?cs var:s.state ?>"><?cs var:Lang.State.selection[s.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.selections_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
