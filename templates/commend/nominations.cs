<?cs set:Title = Lang.commend.nominations ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.commend.nominations ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/commend/manage/selections"><?cs var:Lang.commend.selections ?></a></div>
</div>
<form class="filters" action="/commend/manage/nominations">
<?cs call:filter_select("subject", Lang.State.honour_nomination_subject) ?><?cs
call:filter_select("state", Lang.commend.NominationState) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Nominations) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.nominations ?></caption>
<thead><tr><?cs call:column("whom", Lang.commend.recipient) ?><?cs call:column("subject", Lang.commend.subject) ?><?cs
call:column("title", Lang.commend.Field.award) ?><?cs call:column("selection", Lang.commend.selection) ?><?cs
call:column_num("year", Lang.commend.Field.year) ?><?cs call:column("measured_on", Lang.commend.measured_on) ?><?cs
call:column("confirmed_by", Lang.commend.verified_by) ?><?cs call:column("handed_in_on", Lang.commend.Field.handed_in_on) ?><?cs
call:column("honour_no", Lang.commend.honour_no) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:n = Page.Nominations ?><tr><td><a href="/commend/manage/nominations/<?cs var:n.uid ?>"><?cs
if:string.length(n.whom) ?><?cs var:n.whom ?><?cs else ?><?cs var:Lang.commend.decision_erased ?><?cs /if ?></a></td><td><?cs
var:n.subject_name ?></td><td class="w"><?cs var:n.title ?></td><td class="w"><?cs var:n.selection ?></td><td class="num"><?cs
var:n.year ?></td><td><?cs var:short(n.measured_on) ?></td><td><?cs var:n.confirmed_by ?></td><td><?cs
var:short(n.handed_in_on) ?></td><td><?cs if:string.length(n.honour_no) ?><a href="/commend/manage/honours/<?cs
var:n.honour_no ?>"><?cs var:n.honour_no ?></a><?cs /if ?></td><td><b class="tag honour_nomination <?cs var:n.state ?>"><?cs
var:Lang.State.honour_nomination[n.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.nominations_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
