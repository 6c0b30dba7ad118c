<?cs #
_grid.cs - the lines of the roll and of 补录, one for each person. With a script, Enter goes down a column, Ctrl D copies
the cell above and a button fills what is empty with the planned times; without one, Tab does what it always does.

grid()          table of Page.Rows.N.{ref,no,name,came,from,to,fault}
paste(action)   the box to paste a table into, and what was not understood of it: Page.Unread.N.{line,text,fault}
?><?cs
def:grid_time(row, column, value, label) ?><td><input type="time" data-grid="<?cs var:column ?>" id="f-<?cs
	var:column ?>_<?cs var:row.ref ?>" name="<?cs var:column ?>_<?cs var:row.ref ?>" value="<?cs
	if:value == "24:00" ?>00:00<?cs else ?><?cs var:value ?><?cs /if ?>"<?cs
	if:row.fault ?> aria-invalid="true"<?cs /if ?> aria-label="<?cs var:row.name ?> <?cs var:label ?>"></td>
<?cs /def ?><?cs
def:grid() ?><p class="keys js-only"><kbd>Enter</kbd> <?cs var:Lang.activity.Key.down ?> <kbd>Tab</kbd> <?cs
	var:Lang.activity.Key.on ?> <kbd>Ctrl</kbd> <kbd>D</kbd> <?cs var:Lang.activity.Key.above ?>
<button class="button" type="button" data-plan-from="<?cs var:Page.Activity.begins ?>" data-plan-to="<?cs
	var:Page.Activity.ends ?>"><?cs var:Lang.activity.as_planned ?></button></p>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.log ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.Field.volunteer_no ?></th><th scope="col"><?cs
	var:Lang.Field.name ?></th><th scope="col"><?cs
	var:Lang.activity.came ?></th><th scope="col"><?cs var:Lang.activity.begins ?></th><th scope="col"><?cs
	var:Lang.activity.ends ?></th><th scope="col"><?cs var:Lang.activity.problem ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr><td><?cs var:r.no ?></td><td><?cs var:r.name ?></td><td><?cs var:hour(r.came) ?></td>
<?cs call:grid_time(r, "from", r.from, Lang.activity.begins) ?><?cs call:grid_time(r, "to", r.to, Lang.activity.ends) ?><td class="w"><?cs
	if:r.fault ?><span class="error"><?cs var:Lang.activity.Fault[r.fault] ?></span><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<script src="/static/grid.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs /def ?><?cs
def:paste(action) ?><div class="two no-print"><section>
<h2><?cs var:Lang.activity.paste ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(action) ?>" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("rows", "required", "3") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.activity.paste_read ?></button></p>
</form>
</section>
<?cs if:Page.Preview ?><section>
<h2><?cs var:Lang.activity.read ?></h2>
<p class="note good"><?cs var:Lang.activity.preview ?></p>
<?cs if:subcount(Page.Unread) ?><h3><?cs var:Lang.activity.unread ?></h3>
<ul class="rows">
<?cs each:u = Page.Unread ?><li><b><?cs var:Lang.activity.line ?> <?cs var:u.line ?></b> <span><?cs var:u.text ?></span>
<span class="error"><?cs var:Lang.activity.Fault[u.fault] ?></span></li>
<?cs /each ?></ul>
<?cs /if ?></section>
<?cs /if ?></div>
<?cs /def ?>
