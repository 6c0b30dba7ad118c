<?cs set:Title = Lang.commend.star_waiting ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.commend.star_waiting ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<?cs include!"refused.cs" ?><p><?cs var:Lang.commend.star_waiting_about ?></p>
<form class="filters" action="/commend/stars"><?cs
call:filter_select("state", Lang.State.star_award) ?><?cs call:filter_select("star", Page.Stars) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Awards) ?><form method="post" action="/commend/stars"><?cs include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.star_waiting ?></caption>
<thead><tr><th class="tick" scope="col"><input type="checkbox" class="js-only" data-check-all="ref" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></th><?cs call:column("no", Lang.commend.Field.volunteer_no) ?><?cs
call:column("name", Lang.Field.name) ?><?cs call:column("star", Lang.commend.star) ?><?cs
call:column_num("minutes", Lang.commend.hours) ?><?cs call:column("region", Lang.Field.region) ?><?cs
call:column("station", Lang.commend.Field.station) ?><?cs call:column("proposed_on", Lang.commend.proposed_on) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:a = Page.Awards ?><tr><td class="tick"><input type="checkbox"<?cs if:a.state == "proposed" ?> name="ref"<?cs
if:Page.Form.ref_is[a.ref] ?> checked<?cs /if ?><?cs /if ?> value="<?cs var:a.ref ?>" aria-label="<?cs
var:a.no ?>"></td><td><a href="/commend/stars/<?cs var:a.ref ?>"><?cs var:a.no ?></a></td><td><?cs
var:a.name ?></td><td><?cs var:Lang.Star[a.star] ?></td><td class="num"><?cs var:a.hours ?></td><td class="w"><?cs
var:a.region ?></td><td><?cs var:a.station ?></td><td><?cs var:short(a.proposed_on) ?></td><td><b class="tag <?cs
var:a.state ?>"><?cs var:Lang.State.star_award[a.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span>
<label for="f-reason"><?cs var:Lang.commend.reason_all ?></label>
<input type="text" id="f-reason" name="reason" maxlength="200" value="<?cs var:Page.Form.reason ?>"<?cs
if:Page.Error.reason ?> aria-invalid="true" aria-describedby="reason-error"<?cs /if ?>><?cs
if:Page.Error.reason ?> <b class="bad" id="reason-error"><?cs var:Page.Error.reason ?></b><?cs /if ?>
<button class="button bad" type="submit" name="verdict" value="refuse" data-key="r"><?cs
var:Lang.commend.refuse_ticked ?></button>
<button class="button go" type="submit" name="verdict" value="approve" data-key="a"><?cs
var:Lang.commend.approve_ticked ?></button>
<?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.commend.star_waiting_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
