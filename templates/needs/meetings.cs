<?cs set:Title = Lang.needs.meetings ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.needs.meetings ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/needs/meetings/new" data-key="n"><?cs var:Lang.needs.meeting_new ?></a></div>
</div>
<form class="filters" action="/needs/meetings"><?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.needs.Meetings.day) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Meetings) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.meetings ?></caption>
<thead><tr><?cs call:column("day", Lang.needs.Meetings.day) ?><?cs call:column("topic", Lang.needs.Field.topic) ?><?cs
call:column("place", Lang.Field.place) ?><?cs call:column_num("present", Lang.needs.Meetings.present) ?><?cs
call:column_num("needs", Lang.needs.Meetings.needs) ?><?cs call:column("minutes", Lang.needs.Field.minutes) ?><?cs
call:column("clerk", Lang.needs.Meetings.clerk) ?></tr></thead>
<tbody>
<?cs each:m = Page.Meetings ?><tr><td><?cs var:short(m.day) ?></td><td><a href="/needs/meetings/<?cs var:m.uid ?>"><?cs
var:m.topic ?></a></td><td><?cs var:m.place ?></td><td class="num"><?cs var:m.present ?></td><td class="num"><?cs
var:m.needs ?></td><td class="w"><?cs var:m.minutes ?></td><td><?cs var:m.clerk ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.meetings_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
