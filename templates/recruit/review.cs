<?cs set:Title = Lang.recruit.review ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.recruit.review ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<?cs if:subcount(Page.Totals) ?><h2><?cs var:Lang.recruit.totals ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.recruit.totals ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.recruit.project ?></th><th class="num" scope="col"><?cs var:Lang.recruit.pending ?></th>
<th class="num" scope="col"><?cs var:Lang.recruit.waiting ?></th><th class="num" scope="col"><?cs
var:Lang.recruit.taken_of ?></th></tr></thead>
<tbody>
<?cs each:t = Page.Totals ?><tr><td class="w"><a href="/recruit/manage/<?cs var:url_escape(t.no) ?>/dispose"><?cs
var:t.title ?></a> <a href="/recruit/review?project=<?cs var:url_escape(t.no) ?>"><?cs var:Lang.recruit.one_by_one ?></a></td>
<td class="num"><?cs var:t.pending ?></td><td class="num"><?cs var:t.waiting ?></td><td class="num"><?cs
var:t.taken ?> / <?cs var:t.wanted ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<h2><?cs var:Lang.recruit.one_by_one ?></h2>
<?cs /if ?><form class="filters" action="/recruit/review">
<?cs call:filter_select("project", Page.Projects) ?><select name="state" aria-label="<?cs var:Lang.Layout.state ?>">
<option value=""><?cs var:Lang.State.application.pending ?></option>
<?cs call:options(Lang.recruit.StateChoice, Page.Filter.state) ?></select>
<?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Applications) ?><form method="post" action="/recruit/review?<?cs var:Page.Query ?>"><?cs include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.recruit.review ?></caption>
<thead><tr><th class="tick" scope="col"><input type="checkbox" class="js-only" data-check-all="uid" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></th><?cs call:column("applied_at", Lang.recruit.applied_at) ?><?cs
call:column("name", Lang.Field.name) ?><?cs
call:column_num("age", Lang.recruit.age) ?><?cs call:column("sex", Lang.Field.sex) ?><?cs
call:column_num("minutes", Lang.recruit.hours) ?><?cs call:column("position", Lang.recruit.position) ?><?cs
call:column_num("taken", Lang.recruit.taken_of) ?><?cs call:column("project", Lang.recruit.project) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:a = Page.Applications ?><?cs set:At.ticked = #0 ?><?cs
if:Page.Form.uid == a.pick ?><?cs set:At.ticked = #1 ?><?cs /if ?><?cs
each:v = Page.Form.uid ?><?cs if:v == a.pick ?><?cs set:At.ticked = #1 ?><?cs /if ?><?cs /each ?><tr><td
class="tick"><input type="checkbox"<?cs
if:a.state == "pending" || a.state == "offered" ?> name="uid"<?cs if:At.ticked ?> checked<?cs /if ?><?cs
/if ?> value="<?cs var:a.pick ?>" aria-label="<?cs var:a.name ?>"></td><td><?cs var:short(a.applied_at) ?></td>
<td><a href="/recruit/review/<?cs var:a.uid ?>"><?cs var:a.name ?></a></td><td class="num"><?cs var:a.age ?></td><td><?cs
var:a.sex ?></td>
<td class="num"><?cs var:a.hours ?></td><td><?cs var:a.position ?><?cs if:a.shift ?> <?cs var:short(a.shift) ?><?cs
/if ?></td><td class="num"><?cs var:a.taken ?> / <?cs var:a.wanted ?></td>
<td class="w"><?cs var:a.project ?></td>
<td><b class="tag <?cs var:a.state ?>"><?cs var:Lang.State.application[a.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span><?cs if:Page.Filter.state == "pending" ?>
<button class="button go" type="submit" name="verb" value="approve" data-key="a"><?cs var:Lang.recruit.approve_ticked ?></button>
<button class="button" type="submit" name="verb" value="wait" data-key="w"><?cs var:Lang.recruit.wait_ticked ?></button>
<label><?cs var:Lang.recruit.reason_all ?> <input name="reason" maxlength="200" value="<?cs var:Page.Form.reason ?>"<?cs
if:Page.Error.reason ?> aria-invalid="true" aria-describedby="reason-error"<?cs /if ?>></label><?cs
if:Page.Error.reason ?> <b class="bad" id="reason-error"><?cs var:Page.Error.reason ?></b><?cs /if ?>
<button class="button bad" type="submit" name="verb" value="refuse" data-key="r"><?cs
var:Lang.recruit.refuse_ticked ?></button><?cs
elif:Page.Filter.state == "offered" ?><button class="button" type="submit" name="verb" value="remind"><?cs
var:Lang.recruit.remind_ticked ?></button><?cs /if ?>
<?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.recruit.review_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
