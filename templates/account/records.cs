<?cs set:Title = Lang.account.records ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <a href="/account/volunteers/<?cs
var:Page.Volunteer.no ?>"><?cs var:Page.Volunteer.name ?></a> › <?cs var:Lang.account.records ?></p>
<h1><?cs var:Page.Volunteer.name ?> <?cs var:Lang.account.records ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/records"><?cs
call:filter_select("state", Lang.State.service_record) ?><?cs call:filter_day("from", Lang.account.Record.served_on) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Records) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.account.records ?></caption>
<thead><tr><?cs call:column("no", Lang.account.Record.no) ?><?cs call:column("served_on", Lang.account.Record.served_on) ?><?cs
call:column("starts_at", Lang.account.Record.hours) ?><?cs
call:column("activity", Lang.account.Record.activity) ?><?cs call:column_num("minutes", Lang.account.Record.minutes) ?><?cs
call:column("evidence", Lang.account.Record.evidence) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:r = Page.Records ?><tr><td><?cs var:r.no ?></td><td><?cs var:short(r.served_on) ?></td><td><?cs var:hour(r.starts_at) ?>–<?cs
var:till(r.ends_at) ?></td>
<td class="w"><a href="/activity/manage/<?cs var:r.activity_no ?>"><?cs var:r.activity ?></a></td><td class="num"><?cs
var:r.hours ?></td><td><?cs var:Lang.Evidence[r.evidence] ?></td>
<td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.service_record[r.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.account.records_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
