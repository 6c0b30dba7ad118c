<?cs set:Title = Lang.project.close ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/"><?cs var:Lang.project.projects ?></a> › <a href="/project/<?cs var:Page.Project.no ?>"><?cs
var:Page.Project.no ?></a> › <?cs var:Lang.project.close ?></p>
<h1><?cs var:Page.Project.title ?></h1>
<b class="tag <?cs var:Page.Project.state ?>"><?cs var:Lang.State.project[Page.Project.state] ?></b>
</div>
<form method="post" action="/project/<?cs var:Page.Project.no ?>/close" novalidate><?cs include!"token.cs" ?>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:textarea("report", "required", "6") ?></div>
<?cs if:subcount(Page.OpenNeeds) ?><h2><?cs var:Lang.project.close_needs ?></h2>
<p class="hint"><?cs var:Lang.project.close_needs_about ?></p>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.project.close_needs ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.project.need_no ?></th><th scope="col"><?cs var:Lang.project.Field.categories ?></th>
<th scope="col"><?cs var:Lang.project.need_about ?></th><th scope="col"><?cs var:Lang.needs.served_on ?></th><th scope="col"><?cs
var:Lang.project.close_back ?></th><?cs if:subcount(Page.Others) ?><th scope="col"><?cs
var:Lang.project.close_moved ?></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:n = Page.OpenNeeds ?><tr><td><input type="hidden" name="shown" value="<?cs
var:n.no ?>"><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a></td><td><?cs
var:n.category ?></td><td class="w"><?cs var:n.description ?></td><td><?cs if:n.served_on ?><?cs var:short(n.served_on) ?><?cs
else ?><?cs var:Lang.needs.served_never ?><?cs /if ?></td><td class="tick"><input type="checkbox" name="back" value="<?cs
var:n.no ?>" aria-label="<?cs var:n.no ?> <?cs var:Lang.project.close_back ?>"<?cs
if:Page.Form.back_is[n.no] ?> checked<?cs /if ?>></td><?cs
if:subcount(Page.Others) ?><td class="tick"><input type="checkbox" name="moved" value="<?cs var:n.no ?>" aria-label="<?cs
var:n.no ?> <?cs var:Lang.project.close_moved ?>"<?cs if:Page.Form.moved_is[n.no] ?> checked<?cs /if ?>></td><?cs
/if ?></tr>
<?cs /each ?></tbody>
</table></div>
<div class="form">
<?cs if:subcount(Page.Others) ?><?cs set:At.wide = #1 ?><?cs call:select("to", "optional", Page.Others) ?><?cs /if ?><h2><?cs
var:Lang.project.close_done ?></h2>
<?cs set:At.wide = #1 ?><?cs call:textarea("done_note", "optional", "2") ?><?cs
call:select("done_how", "optional", Lang.State.need_answer_how) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("done_answer", "optional", "2") ?></div>
<?cs /if ?><div class="foot"><button class="button bad" type="submit"><?cs var:Lang.project.close ?></button></div>
</form>
<?cs include!"staff_foot.cs" ?>
