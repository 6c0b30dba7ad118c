<?cs set:Title = Lang.platform.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.platform.title ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<?cs each:d = Page.Destinations ?><?cs if:d.words ?><p class="note bad"><?cs var:d.words ?></p>
<?cs /if ?><?cs if:d.state == "stopped" && Page.Who.Role.manager ?><form method="post" action="/platform/destination/<?cs
var:url_escape(d.code) ?>/resume"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.platform.resume ?></button></form>
<?cs /if ?><?cs /each ?><ul class="chips">
<?cs each:s = Lang.State.outbox ?><?cs if:Page.Balance[name(s)] > #0 ?><li><a href="/platform/?state=<?cs
var:url_escape(name(s)) ?>"<?cs if:Page.List.Filter.state.value == name(s) ?> aria-current="page"<?cs /if ?>><?cs var:s ?> <b><?cs
var:Page.Balance[name(s)] ?><?cs if:Page.Balance.Over[name(s)] ?>+<?cs /if ?></b></a></li>
<?cs /if ?><?cs /each ?></ul>
<form class="filters" action="/platform/">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.platform.created) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.outbox) ?><?cs call:filter_select("kind", Lang.State.outbox_kind) ?><?cs
call:filter_select("destination", Page.Destinations) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Rows) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.title ?></caption>
<thead><tr><?cs call:column("record_no", Lang.platform.record) ?><?cs call:column("created", Lang.platform.created) ?><?cs
call:column("kind", Lang.platform.kind) ?><?cs call:column("person", Lang.platform.person) ?><?cs
call:column("title", Lang.platform.about) ?><th class="wide-only" scope="col"><?cs var:Lang.platform.destination ?></th><?cs
call:column("receipt", Lang.platform.receipt_or_reason) ?><?cs call:column_num("days_left", Lang.platform.days_left) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr<?cs if:?r.days_left && r.days_left < #1 ?> class="urgent"<?cs /if ?>><td><a href="/platform/<?cs
var:r.no ?>"><?cs if:r.record_no ?><?cs var:r.record_no ?><?cs else ?><?cs var:Lang.platform.show ?><?cs /if ?></a></td><td><?cs
var:short(r.created) ?></td><td><?cs var:Lang.State.outbox_kind[r.kind] ?></td><td><?cs var:r.person ?></td><td><?cs
var:r.title ?></td><td class="wide-only"><?cs var:r.destination ?></td><td class="w"><?cs
if:r.receipt ?><?cs var:r.receipt ?><?cs else ?><?cs var:r.words ?><?cs /if ?></td><td class="num"><?cs var:r.days_left ?></td>
<td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.outbox[r.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
