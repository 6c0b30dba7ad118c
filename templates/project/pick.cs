<?cs set:Title = Lang.project.pick ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/"><?cs var:Lang.project.projects ?></a> › <a href="/project/<?cs var:Page.Project.no ?>"><?cs
var:Page.Project.no ?></a> › <?cs var:Lang.project.pick ?></p>
<h1><?cs var:Page.Project.title ?></h1>
<b class="tag <?cs var:Page.Project.state ?>"><?cs var:Lang.State.project[Page.Project.state] ?></b>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<p class="hint"><?cs var:Lang.project.pick_chosen ?> <b class="n"><?cs var:Page.Chosen.chosen ?></b> <?cs
var:Lang.project.pick_unit ?><?cs var:Lang.project.pick_about ?><?cs
if:!Page.Project.open ?><?cs var:Lang.project.pick_alive ?><?cs /if ?></p>
<form class="filters" action="/project/<?cs var:Page.Project.no ?>/needs"><?cs call:filter_text("q") ?><?cs
call:filter_select("category", Page.Category) ?><?cs call:filter_select("group", Page.Recipient) ?><?cs
if:subcount(Page.Grids) ?><?cs call:filter_select("grid", Page.Grids) ?><?cs /if ?><?cs include!"list_clear.cs" ?></form>
<form id="f-need" method="post" action="/project/<?cs var:Page.Project.no ?>/needs" novalidate><?cs include!"token.cs" ?>
<?cs if:subcount(Page.Needs) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.project.pick ?></caption>
<thead><tr><td class="tick"><input type="checkbox" data-check-all="need" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></td><?cs call:column("no", Lang.project.need_no) ?><?cs call:column("day", Lang.needs.day) ?><?cs
call:column("category", Lang.needs.category) ?><?cs call:column("target", Lang.needs.target_group) ?><?cs
call:column("grid", Lang.needs.grid) ?><?cs call:column("description", Lang.project.need_about) ?><?cs
call:column("risk", Lang.needs.risk) ?><?cs call:column("reply_by", Lang.needs.reply_by) ?></tr></thead>
<tbody>
<?cs each:n = Page.Needs ?><tr><td class="tick"><input type="hidden" name="shown" value="<?cs
var:n.no ?>"><input type="checkbox" name="need" value="<?cs var:n.no ?>" aria-label="<?cs var:Lang.Layout.choose_one ?> <?cs
var:n.no ?>"<?cs
if:n.mine > #0 || Page.Form.need_is[n.no] ?> checked<?cs /if ?>></td><td><a href="/needs/ledger/<?cs var:n.no ?>"><?cs
var:n.no ?></a></td><td><?cs var:short(n.day) ?></td><td><?cs var:n.category_name ?></td><td><?cs var:n.target_name ?></td>
<td><?cs var:n.grid ?></td><td class="w"><?cs var:n.description ?></td><td class="wrap"><?cs var:n.risk ?></td><td><?cs
if:n.reply_by ?><?cs var:short(n.reply_by) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.project.pick_empty ?></p>
<?cs /if ?><div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span> <?cs
if:Page.List.prev ?><button class="button" type="submit" name="go" value="<?cs var:Page.List.prev ?>"><?cs
var:Lang.project.pick_prev ?></button> <?cs /if ?><?cs if:Page.List.next ?><button class="button" type="submit" name="go" value="<?cs
var:Page.List.next ?>"><?cs var:Lang.project.pick_next ?></button> <?cs /if ?><button class="button" type="submit"><?cs
var:Lang.project.pick_keep ?></button> <button class="button go" type="submit" name="then" value="plan"><?cs
var:Lang.project.pick_done ?></button></div>
</form>
<?cs include!"staff_foot.cs" ?>
