<?cs set:Title = Lang.activity.objections ?><?cs set:Section = "hours" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.activity.objections ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/activity/manage/objections">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.activity.raised_at) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.objection) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Cases) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.objections ?></caption>
<thead><tr><?cs call:column("no", Lang.activity.case_no) ?><?cs call:column("record_no", Lang.activity.record_no) ?><?cs
call:column("name", Lang.Field.name) ?><?cs call:column("title", Lang.activity.Field.title) ?><?cs
call:column("day", Lang.activity.raised_at) ?><?cs call:column("due", Lang.activity.case_due) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:c = Page.Cases ?><tr<?cs if:c.overdue ?> class="urgent"<?cs /if ?>><td><a href="/activity/manage/objections/<?cs
var:c.no ?>"><?cs var:c.no ?></a></td><td><a href="/activity/record/<?cs var:c.record_no ?>"><?cs var:c.record_no ?></a></td>
<td><?cs var:c.name ?></td><td class="w"><?cs var:c.title ?></td><td><?cs var:short(c.raised_at) ?></td>
<td><?cs if:c.overdue ?><b class="late"><?cs var:short(c.due_on) ?> <?cs var:Lang.activity.overdue ?></b><?cs
else ?><?cs var:short(c.due_on) ?><?cs /if ?></td>
<td><b class="tag objection <?cs var:c.state ?>"><?cs var:Lang.State.objection[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.activity.cases_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
