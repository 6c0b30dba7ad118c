<?cs set:Title = Lang.activity.absences ?><?cs set:Section = "hours" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.activity.absences ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/activity/manage/absences"><?cs call:filter_select("state", Lang.State.no_show) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Absences) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.absences ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.activity.Field.volunteer_no ?></th><th scope="col"><?cs var:Lang.activity.Field.title ?></th><th scope="col"><?cs
var:Lang.activity.Field.day ?></th><th scope="col"><?cs var:Lang.activity.absent_said ?></th><th class="num" scope="col"><?cs
var:Lang.activity.absent_times ?></th><?cs call:column("found", Lang.activity.absent_found) ?><th scope="col"><?cs
var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:n = Page.Absences ?><tr><td><a href="/activity/manage/absences/<?cs var:n.uid ?>"><?cs var:n.name ?></a></td><td><?cs
var:n.volunteer_no ?></td><td><a href="/activity/manage/<?cs var:n.activity_no ?>"><?cs var:n.title ?></a></td><td><?cs
var:short(n.day) ?></td><td class="w"><?cs var:n.explanation ?></td><td class="num"><?cs var:n.no_shows ?></td>
<td><?cs var:short(n.found_at) ?></td><td><b class="tag no_show <?cs var:n.state ?>"><?cs var:Lang.State.no_show[n.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.activity.absences_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
