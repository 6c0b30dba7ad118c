<?cs set:Title = Page.Place.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/orders"><?cs var:Lang.station.late ?></a> › <?cs var:Page.Place.name ?></p>
<h1><?cs var:Page.Place.name ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?><a class="button" href="/station/places/<?cs
var:Page.Place.no ?>/remarks"><?cs var:Lang.station.late_remark ?></a></div>
</div>
<form class="filters" action="/station/orders/<?cs var:Page.Place.no ?>"><?cs call:filter_select("state", Lang.station.UnservedState) ?><?cs
call:filter_select("late", Lang.station.UnservedLate) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Orders) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.station.Unserved._file ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.station.Unserved._file ?></caption>
<thead><tr><?cs call:column("no", Lang.station.Unserved.no) ?><?cs call:column("day", Lang.station.Unserved.day) ?><?cs
call:column_num("age", Lang.station.Unserved.age) ?><?cs call:column("category", Lang.station.Unserved.category) ?><?cs
call:column("due_at", Lang.station.Unserved.due_at) ?><?cs call:column_num("late_hours", Lang.station.Unserved.late_hours) ?><?cs
call:column_num("escalated", Lang.station.Unserved.escalated) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:o = Page.Orders ?><tr><td><?cs var:o.no ?><?cs if:o.urgent == "yes" ?> <b class="tag wait"><?cs
var:Lang.station.Urgent.yes ?></b><?cs /if ?></td><td><?cs var:short(o.day) ?></td><td class="num"><?cs var:o.age ?></td><td><?cs
var:o.category_name ?></td><td><?cs if:o.due_at ?><?cs var:at(o.due_at) ?><?cs /if ?></td><td class="num"><?cs
if:?o.late_hours ?><b class="error"><?cs var:o.late_hours ?></b><?cs /if ?></td><td class="num"><?cs var:o.escalated ?></td><td><b
class="tag <?cs var:o.state ?>"><?cs var:Lang.State.service_order[o.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.unserved_none ?></p>
<?cs /if ?><?cs if:subcount(Page.Cases) ?><h2><?cs var:Lang.station.late_cases ?></h2>
<ul class="rows">
<?cs each:c = Page.Cases ?><li><span><?cs var:c.no ?></span> <span><?cs var:on(c.day) ?></span> <span><?cs
if:c.order_no ?><?cs var:Lang.order.no ?> <?cs var:c.order_no ?><?cs /if ?></span> <span><?cs
if:c.score ?><?cs var:c.score ?> <?cs var:Lang.station.case_score ?><?cs /if ?></span> <span<?cs if:c.late > #0 ?> class="error"<?cs
/if ?>><?cs var:Lang.station.case_due ?> <?cs var:on(c.due_on) ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
