<?cs set:Title = Lang.activity.review ?><?cs set:Section = "hours" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?><?cs set:May = Page.Who.Role.reviewer || Page.Who.Role.manager ?>
<div class="bar">
<h1><?cs var:Lang.activity.review ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/activity/manage/review">
<?cs call:filter_select("activity", Page.Activities) ?><?cs call:filter_select("evidence", Lang.Evidence) ?><?cs
call:filter_select("flag", Lang.activity.Flag) ?><?cs call:filter_day("from", Lang.activity.day) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Records) ?><form method="post" action="/activity/manage/review<?cs
if:Page.Query ?>?<?cs var:Page.Query ?><?cs /if ?>"><?cs include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.review ?></caption>
<thead><tr><th class="tick" scope="col"><input type="checkbox" aria-label="<?cs
var:Lang.Layout.choose_all ?>" data-check-all="record"></th><?cs call:column("no", Lang.activity.record_no) ?><?cs
call:column("name", Lang.Field.name) ?><?cs call:column("title", Lang.activity.Field.title) ?><?cs
call:column("day", Lang.activity.day) ?><?cs call:column("begins", Lang.activity.when) ?><?cs
call:column_num("hours", Lang.activity.hours) ?><?cs call:column("evidence", Lang.activity.evidence) ?><?cs
call:column("logger", Lang.activity.logger) ?><?cs call:column("flags", Lang.activity.flags) ?><?cs
call:column("remark", Lang.Field.note) ?></tr></thead>
<tbody>
<?cs each:r = Page.Records ?><tr><td class="tick"><input type="checkbox"<?cs if:r.hindrance ?> disabled<?cs
else ?> name="record" value="<?cs var:r.no ?>"<?cs if:Page.Form.record_is[r.no] ?> checked<?cs /if ?><?cs
/if ?> aria-label="<?cs var:Lang.activity.choose ?> <?cs var:r.no ?>"></td>
<td><a href="/activity/record/<?cs var:r.no ?>"><?cs var:r.no ?></a></td><td><?cs var:r.name ?></td>
<td class="w"><a href="/activity/manage/<?cs var:r.activity_no ?>"><?cs var:r.title ?></a></td>
<td><?cs var:short(r.served_on) ?></td><td><?cs var:hour(r.begins) ?>–<?cs var:till(r.ends) ?></td>
<td class="num"><?cs var:r.hours ?></td><td><b class="tag <?cs var:r.evidence ?>"><?cs var:Lang.Evidence[r.evidence] ?></b><?cs
if:r.proof ?> <a href="/activity/document/<?cs var:r.proof ?>"><?cs var:Lang.activity.proof ?></a><?cs /if ?></td>
<td><?cs var:r.logger ?></td><td><?cs each:f = r.Flags ?><b class="tag wait" title="<?cs
var:Lang.activity.FlagWhy[f.word] ?>"><?cs var:Lang.activity.Flag[f.word] ?></b> <?cs /each ?><?cs
if:r.two ?><b class="tag wait"><?cs var:Lang.activity.two ?></b><?cs /if ?></td>
<td class="w"><?cs if:r.hindrance ?><?cs var:Lang.activity.Fault[r.hindrance] ?><?cs else ?><?cs var:r.remark ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span><?cs if:May ?>
<label for="f-note"><?cs var:Lang.activity.review_words ?></label>
<input type="text" id="f-note" name="note" maxlength="200" value="<?cs var:Page.Form.note ?>"<?cs
if:Page.Error.note ?> aria-invalid="true" aria-describedby="note-error"<?cs /if ?>><?cs
if:Page.Error.note ?> <b class="bad" id="note-error"><?cs var:Page.Error.note ?></b><?cs /if ?>
<button class="button go" type="submit" data-key="a"><?cs var:Lang.activity.approve ?></button>
<button class="button bad" type="submit" name="verb" value="refuse" data-key="r"><?cs
var:Lang.activity.refuse_ticked ?></button><?cs
/if ?>
<?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.activity.review_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
