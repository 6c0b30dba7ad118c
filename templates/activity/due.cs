<?cs set:Title = Lang.activity.due_title ?><?cs set:Section = "hours" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.activity.due_title ?></h1>
<?cs include!"list_head.cs" ?><span class="soft"><?cs var:Lang.activity.due_lead ?></span>
<div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/activity/manage/due">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.activity.day) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.activity) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Activities) ?><form method="post" action="/activity/manage/due<?cs
if:Page.Query ?>?<?cs var:Page.Query ?><?cs /if ?>"><?cs include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.due_title ?></caption>
<thead><tr><th class="tick" scope="col"><input type="checkbox" class="js-only" data-check-all="activity" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></th><?cs call:column("due", Lang.activity.due) ?><?cs call:column("left", Lang.activity.left) ?><?cs
call:column("no", Lang.activity.no) ?><?cs call:column("title", Lang.activity.Field.title) ?><?cs
call:column("day", Lang.activity.day) ?><?cs call:column("leader_name", Lang.activity.leader) ?><?cs
call:column_num("roster", Lang.activity.roster) ?><?cs call:column_num("waiting", Lang.activity.waiting) ?><?cs
call:column_num("recorded", Lang.activity.recorded) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:a = Page.Activities ?><tr<?cs if:a.overdue ?> class="urgent"<?cs /if ?>><td
class="tick"><input type="checkbox" name="activity" value="<?cs var:a.no ?>"<?cs
if:Page.Form.activity_is[a.no] ?> checked<?cs /if ?> aria-label="<?cs var:a.no ?>"></td><td><?cs var:short(a.record_due_on) ?></td>
<td><?cs if:a.overdue ?><b class="late"><?cs var:Lang.activity.overdue ?></b><?cs
else ?><span<?cs if:a.soon ?> class="soon"<?cs /if ?>><?cs var:a.left ?> <?cs var:Lang.activity.workdays ?></span><?cs /if ?></td>
<td><a href="/activity/manage/<?cs var:a.no ?>"><?cs var:a.no ?></a></td><td class="w"><?cs var:a.title ?></td>
<td><?cs var:short(a.day) ?></td><td><?cs var:a.leader_name ?></td><td class="num"><?cs var:a.roster ?></td>
<td class="num"><?cs var:a.waiting ?></td><td class="num"><?cs var:a.recorded ?></td>
<td><b class="tag <?cs var:a.state ?>"><?cs var:Lang.State.activity[a.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span>
<button class="button" type="submit"><?cs var:Lang.activity.remind_ticked ?></button>
<?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.activity.due_empty ?></p>
<?cs /if ?><?cs include!"aside_list.cs" ?><?cs include!"staff_foot.cs" ?>
