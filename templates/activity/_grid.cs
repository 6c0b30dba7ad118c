<?cs #
_grid.cs - the lines of the roll and of 补录, one for each person. Comes after layout.cs. With a script, Enter goes down
a column and the buttons fill it; without one, Tab does what it always does.

grid()          table of Page.Rows.N.{ref,no,name,came,from,to,fault}
unread()        what was pasted and not understood: Page.Unread.N.{line,text,fault}
paste(action)   the box to paste a table into
?><?cs
def:grid_time(row, column, value, label) ?><td class="govuk-table__cell"><input class="govuk-input zyz-width-short" type="time" data-grid="<?cs
	var:column ?>" id="f-<?cs var:column ?>_<?cs var:row.ref ?>" name="<?cs var:column ?>_<?cs var:row.ref ?>" value="<?cs
	var:value ?>" aria-label="<?cs var:row.name ?> <?cs var:label ?>"></td>
<?cs /def ?><?cs
def:grid() ?><?cs call:table_start(Lang.activity.log) ?><?cs call:th(Lang.activity.Field.volunteer_no) ?><?cs call:th(Lang.Field.name) ?><?cs
	call:th(Lang.activity.came) ?><?cs call:th(Lang.activity.begins) ?><?cs call:th(Lang.activity.ends) ?><?cs call:th(Lang.activity.problem) ?><?cs call:table_body() ?>
<?cs each:r = Page.Rows ?><?cs call:tr() ?><?cs call:td(r.no) ?><?cs call:td(r.name) ?><?cs call:td(r.came) ?>
<?cs call:grid_time(r, "from", r.from, Lang.activity.begins) ?><?cs call:grid_time(r, "to", r.to, Lang.activity.ends) ?><?cs
	call:td(Lang.activity.Fault[r.fault]) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?>
<script src="/static/grid.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs /def ?><?cs
def:unread() ?><?cs if:Page.Preview ?><?cs call:note(Lang.activity.preview) ?><?cs /if ?><?cs
	if:subcount(Page.Unread) ?><?cs call:table_start(Lang.activity.unread) ?><?cs call:th_num(Lang.activity.line) ?><?cs
	call:th(Lang.activity.pasted) ?><?cs call:th(Lang.activity.problem) ?><?cs call:table_body() ?>
<?cs each:u = Page.Unread ?><?cs call:tr() ?><?cs call:td_num(u.line) ?><?cs call:td(u.text) ?><?cs call:td(Lang.activity.Fault[u.fault]) ?><?cs
	call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?><?cs /def ?><?cs
def:paste(action) ?><?cs call:subtitle(Lang.activity.paste) ?><?cs call:form_start(action) ?><?cs
	call:textarea("rows", "required", "6") ?><?cs call:submit_second(Lang.activity.paste_read) ?><?cs call:form_end() ?><?cs /def ?>
