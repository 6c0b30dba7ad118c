<?cs set:Title = Lang.platform.reconcile ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.platform.reconcile ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<form method="post" action="/platform/reconcile"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.platform.reconcile_ask ?></button></form></div>
</div>
<p><?cs var:Lang.platform.reconcile_lead ?></p>
<h2><?cs var:Lang.platform.diffs ?></h2>
<form class="filters" action="/platform/reconcile">
<?cs call:filter_text("q") ?><?cs call:filter_select("what", Lang.State.reconcile_diff_what) ?><?cs
call:filter_select("kind", Lang.State.outbox_kind) ?><?cs call:filter_select("destination", Page.Destinations) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Diffs) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.diffs ?></caption>
<thead><tr><?cs call:column("what", Lang.platform.what) ?><?cs call:column("kind", Lang.platform.kind) ?><?cs
call:column("item_key", Lang.platform.platform_key) ?><?cs call:column_num("our_version", Lang.platform.our_version) ?><?cs
call:column_num("their_version", Lang.platform.their_version) ?><?cs call:column("destination", Lang.platform.destination) ?>
<th class="no-print" scope="col"><span class="hidden"><?cs var:Lang.platform.mend ?></span></th></tr></thead>
<tbody>
<?cs each:d = Page.Diffs ?><tr><td><?cs var:Lang.State.reconcile_diff_what[d.what] ?></td><td><?cs
var:Lang.State.outbox_kind[d.kind] ?></td><td><?cs if:d.line ?><a href="/platform/<?cs var:d.line ?>"><?cs var:d.item_key ?></a><?cs
else ?><?cs var:d.item_key ?><?cs /if ?></td><td class="num"><?cs var:d.our_version ?></td><td class="num"><?cs
var:d.their_version ?></td><td class="w"><?cs var:d.destination ?></td>
<td class="no-print"><form method="post" action="/platform/reconcile/<?cs var:d.no ?>/mend"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.platform.mend ?></button></form></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.diffs_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.platform.runs ?></h2>
<?cs if:subcount(Page.Runs) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.platform.runs ?>">
<table class="list">
<caption class="hidden"><?cs var:Lang.platform.runs ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.platform.destination ?></th><th scope="col"><?cs var:Lang.platform.asked ?></th>
<th scope="col"><?cs var:Lang.platform.ended ?></th><th class="num" scope="col"><?cs var:Lang.platform.ours ?></th>
<th class="num" scope="col"><?cs var:Lang.platform.theirs ?></th><th class="num" scope="col"><?cs var:Lang.platform.same ?></th>
<th class="num" scope="col"><?cs var:Lang.platform.found ?></th><th class="num" scope="col"><?cs var:Lang.platform.different ?></th>
<th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Runs ?><tr><td class="w"><?cs var:r.destination ?></td><td><?cs var:at(r.asked) ?></td><td><?cs
var:at(r.ended) ?></td><td class="num"><?cs var:r.ours ?></td><td class="num"><?cs var:r.theirs ?></td><td class="num"><?cs
var:r.same ?></td><td class="num"><?cs var:r.found ?></td><td class="num"><?cs var:r.different ?></td>
<td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.reconcile_run[r.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.runs_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Days) ?><h2><?cs var:Lang.platform.days ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.platform.days ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.days ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.platform.day ?></th><th scope="col"><?cs var:Lang.platform.kind ?></th>
<th class="num" scope="col"><?cs var:Lang.platform.ours ?></th><th class="num" scope="col"><?cs var:Lang.platform.same ?></th></tr></thead>
<tbody>
<?cs each:d = Page.Days ?><tr><td><?cs var:on(d.day) ?></td><td class="w"><?cs var:Lang.State.outbox_kind[d.kind] ?></td><td
class="num"><?cs var:d.ours ?></td><td class="num"><?cs var:d.same ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
