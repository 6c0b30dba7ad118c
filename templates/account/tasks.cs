<?cs set:Title = Lang.Notes.tasks ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.Notes.tasks ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/account/tasks"><?cs call:filter_text("q") ?><?cs
call:filter_select("state", Lang.Notes.State) ?><?cs call:filter_day("from", Lang.Notes.due_on) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Tasks) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.Notes.tasks ?></caption>
<thead><tr><?cs call:column("due_on", Lang.Notes.due_on) ?><?cs call:column("words", Lang.Notes.words) ?><?cs
call:column("about", Lang.Notes.about) ?><?cs call:column("staff", Lang.Notes.staff) ?><?cs
call:column("state", Lang.Layout.state) ?><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:t = Page.Tasks ?><tr<?cs if:t.late ?> class="urgent"<?cs /if ?>><td><?cs if:t.late ?><b class="bad"><?cs
var:short(t.due_on) ?> <?cs var:Lang.account.late ?></b><?cs else ?><?cs var:short(t.due_on) ?><?cs /if ?></td>
<td class="w"><?cs var:t.words ?></td><td><?cs var:t.about_name ?> <a href="<?cs var:url_validate(t.href) ?>"><?cs
var:t.no ?></a> <?cs var:t.name ?></td><td><?cs var:t.staff ?></td><td><b class="tag person_note <?cs var:t.state ?>"><?cs
var:Lang.State.person_note[t.state] ?></b></td><td><?cs if:t.state == "open" ?><form method="post" action="/account/note/<?cs
var:t.uid ?>/done"><?cs include!"token.cs" ?><input type="hidden" name="list" value="1"><button class="button" type="submit"><?cs
var:Lang.Notes.done ?><span class="hidden"> <?cs var:t.no ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.Notes.tasks_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
