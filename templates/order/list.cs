<?cs set:Title = Lang.order.orders ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.order.orders ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/order/desk/new" data-key="n"><?cs var:Lang.order.call ?></a></div>
</div>
<form class="filters" action="/order/"><?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.service_order) ?><?cs
call:filter_select("category", Page.Category) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Orders) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.order.orders ?></caption>
<thead><tr><?cs call:column("no", Lang.order.no) ?><?cs call:column("day", Lang.order.Ledger.day) ?><?cs
call:column("item", Lang.order.Ledger.item) ?><?cs call:column("detail", Lang.order.Field.detail) ?><?cs
call:column("wished_on", Lang.order.Field.wished_on) ?><?cs call:column("channel", Lang.order.Ledger.channel) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:o = Page.Orders ?><tr><td><a href="/order/desk/<?cs var:o.no ?>"><?cs var:o.no ?></a></td><td><?cs
var:short(o.day) ?></td><td><?cs
if:o.item ?><?cs var:o.item ?><?cs else ?><?cs var:o.category_name ?><?cs /if ?></td><td class="w"><?cs var:o.detail ?></td><td><?cs
if:o.wished_on ?><?cs var:short(o.wished_on) ?><?cs else ?><?cs var:Lang.order.soon ?><?cs /if ?></td><td><?cs
var:Lang.State.service_order_channel[o.channel] ?></td><td><b class="tag <?cs var:o.state ?>"><?cs
var:Lang.State.service_order[o.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.order.list_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
