<?cs set:Title = Lang.needs.ledger ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.needs.ledger ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/needs/ledger/paste"><?cs var:Lang.needs.paste_button ?></a>
<a class="button go" href="/needs/ledger/new" data-key="n"><?cs var:Lang.needs.need_new ?></a></div>
</div>
<form class="filters" action="/needs/ledger">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.needs.day) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.need) ?><?cs call:filter_select("category", Page.Category) ?><?cs
call:filter_select("source", Lang.needs.Source) ?><?cs call:filter_select("reply", Lang.needs.Reply) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Needs) ?><form method="post" action="/needs/ledger/verify<?cs
if:Page.Query ?>?<?cs var:Page.Query ?><?cs /if ?>" novalidate><?cs include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.ledger ?></caption>
<thead><tr><td class="tick"><input type="checkbox" data-check-all="needs" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></td><?cs call:column("no", Lang.needs.need_no) ?><?cs call:column("day", Lang.needs.day) ?><?cs
call:column("source", Lang.needs.source) ?><?cs call:column("category", Lang.needs.category) ?><?cs
call:column("target", Lang.needs.target_group) ?><?cs call:column("description", Lang.needs.description) ?><?cs
call:column("grid", Lang.needs.grid) ?><?cs call:column("reply_by", Lang.needs.reply_by) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:n = Page.Needs ?><tr><td class="tick"><input type="checkbox"<?cs if:n.state == "to_verify" ?> name="needs"<?cs
if:Page.Form.needs_is[n.no] ?> checked<?cs /if ?><?cs
/if ?> value="<?cs var:n.no ?>" aria-label="<?cs var:Lang.Layout.choose_one ?> <?cs
var:n.no ?>"></td>
<td><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a></td><td><?cs var:short(n.day) ?></td>
<td><?cs var:Lang.needs.Source[n.source] ?></td><td><?cs var:n.category_name ?></td><td><?cs var:n.target_name ?></td>
<td class="w"><?cs var:n.description ?></td><td><?cs var:n.grid ?></td><td><?cs
if:n.reply == "late" ?><b class="bad"><?cs var:short(n.reply_by) ?> <?cs var:Lang.needs.Reply.late ?></b><?cs
elif:n.reply == "waiting" ?><?cs var:short(n.reply_by) ?><?cs else ?><?cs var:Lang.needs.Reply[n.reply] ?><?cs /if ?></td>
<td><b class="tag <?cs var:n.state ?>"><?cs var:Lang.State.need[n.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span> <button class="button" type="submit" data-key="a"><?cs
var:Lang.needs.verify_many ?></button>
<?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.needs.ledger_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Chart) ?><?cs include!"chart.cs" ?><?cs call:chart(Page.Chart) ?><?cs /if ?>
<?cs include!"staff_foot.cs" ?>
