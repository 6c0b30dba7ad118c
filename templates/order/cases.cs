<?cs set:Title = Lang.order.cases ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.order.cases ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/order/cases"><?cs call:filter_select("state", Lang.State.complaint) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Cases) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.order.cases ?></caption>
<thead><tr><?cs call:column("no", Lang.order.no) ?><?cs call:column("day", Lang.order.Cases.day) ?><?cs
call:column("about", Lang.order.Cases.about) ?><?cs call:column("content", Lang.order.Cases.content) ?><?cs
call:column("due_on", Lang.order.Cases.due_on) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:c = Page.Cases ?><tr><td><a href="/order/cases/<?cs var:c.no ?>"><?cs var:c.no ?></a></td><td><?cs
var:short(c.day) ?></td><td><?cs var:c.about ?></td><td class="w"><?cs var:c.content ?></td><td><?cs
if:c.due_on ?><?cs var:short(c.due_on) ?><?cs /if ?></td><td><b class="tag complaint <?cs
var:c.state ?>"><?cs var:Lang.State.complaint[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.order.cases_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
