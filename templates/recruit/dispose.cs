<?cs set:Title = Lang.recruit.dispose ?><?cs include!"staff_head.cs" ?><?cs
set:Base = "/recruit/manage/" + Page.Project.no + "/dispose" ?><?cs
def:one(name, a, text) ?><td><input type="checkbox" name="<?cs var:name ?>" value="<?cs
var:a.pick ?>"<?cs if:name == "accept" ?> data-seat="<?cs var:a.seat ?>"<?cs
/if ?> aria-label="<?cs var:text ?> <?cs var:a.name ?>"<?cs if:Page.Form[name + "_is"][a.pick] ?> checked<?cs /if ?>></td><?cs /def ?><?cs
def:all(name, text) ?><th class="no-print" scope="col"><label><input class="js-only"
type="checkbox" data-check-all="<?cs var:name ?>" aria-label="<?cs
var:Lang.Layout.choose_all ?>: <?cs var:text ?>"> <?cs var:text ?></label></th><?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/recruit/review"><?cs var:Lang.recruit.review ?></a> › <a href="/recruit/manage/<?cs
var:Page.Project.no ?>"><?cs var:Page.Project.title ?></a> › <?cs var:Lang.recruit.dispose ?></p>
<h1><?cs var:Lang.recruit.dispose ?></h1>
<span><?cs if:Page.Shift.no ?><?cs var:Page.Shift.title ?> <?cs var:span(Page.Shift.starts_at + "/" + Page.Shift.ends_at) ?><?cs
else ?><?cs var:Lang.recruit.dispose_project ?><?cs /if ?></span>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<?cs if:subcount(Page.Screens) ?><ul class="chips">
<?cs each:s = Page.Screens ?><li><a href="<?cs var:url_validate(Base) ?><?cs if:s.no ?>?shift=<?cs
var:url_escape(s.no) ?><?cs /if ?>"<?cs
if:(!s.no && !Page.ShiftNo) || (s.no && s.no == Page.ShiftNo) ?> aria-current="page"<?cs /if ?>><?cs
if:s.no ?><?cs var:short(s.starts_at) ?> <?cs var:s.title ?><?cs
else ?><?cs var:Lang.recruit.dispose_project ?><?cs /if ?> <b><?cs var:s.pending ?></b></a></li>
<?cs /each ?></ul>
<?cs /if ?><form method="post" action="<?cs var:url_validate(Base) ?><?cs if:Page.ShiftNo ?>?shift=<?cs
var:url_escape(Page.ShiftNo) ?><?cs /if ?>"><?cs include!"token.cs" ?>
<div class="two">
<section><h2><?cs var:Lang.recruit.dispose_pending ?> <?cs var:Page.PendingTotal ?></h2>
<?cs if:Page.More.pending ?><p class="hint"><?cs var:Lang.recruit.dispose_more ?></p>
<?cs /if ?><?cs if:subcount(Page.Pending) ?><div class="scroll"><table class="list ones">
<caption class="hidden"><?cs var:Lang.recruit.dispose_pending ?></caption>
<thead><tr><?cs call:all("accept", Lang.recruit.dispose_accept) ?><?cs call:all("wait", Lang.recruit.dispose_wait) ?><?cs
call:all("refuse", Lang.recruit.dispose_refuse) ?><th scope="col"><?cs var:Lang.Field.name ?></th><th class="num" scope="col"><?cs
var:Lang.recruit.age ?></th><th scope="col"><?cs var:Lang.recruit.dispose_wants ?></th><th scope="col"><?cs
var:Lang.recruit.dispose_badges ?></th><th class="num" scope="col"><?cs var:Lang.recruit.hours ?></th><th class="num" scope="col"><?cs
var:Lang.recruit.dispose_missed ?></th><th scope="col"><?cs var:Lang.recruit.dispose_note ?></th></tr></thead>
<tbody>
<?cs each:a = Page.Pending ?><tr><?cs if:a.mode == "draw" ?><td class="no-print"></td><td class="no-print"></td><?cs
else ?><?cs call:one("accept", a, Lang.recruit.dispose_accept) ?><?cs
call:one("wait", a, Lang.recruit.dispose_wait) ?><?cs /if ?><?cs
call:one("refuse", a, Lang.recruit.dispose_refuse) ?><td><a href="/recruit/review/<?cs var:a.uid ?>"><?cs
var:a.name ?></a></td><td class="num"><?cs var:a.age ?></td><td><?cs var:a.position ?></td><td><?cs
if:a.lacks ?><span class="badge no"><?cs var:Lang.recruit.dispose_lacks ?> <?cs var:a.lacks ?></span> <?cs /if ?><?cs
if:a.young ?><span class="badge no"><?cs var:Lang.recruit.dispose_young ?></span> <?cs /if ?><?cs
each:b = a.Badges ?><span class="badge"><?cs var:b.name ?></span> <?cs /each ?></td><td class="num"><?cs
var:a.hours ?></td><td class="num"><?cs if:a.no_shows > #0 ?><b class="bad"><?cs var:a.no_shows ?></b><?cs
/if ?></td><td class="w"><?cs var:a.note ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.recruit.dispose_none ?></p>
<?cs /if ?></section>
<div><section><h2><?cs var:Lang.recruit.dispose_places ?></h2>
<ul class="rows">
<?cs each:o = Page.Places ?><li><b><?cs var:o.title ?></b><span><?cs var:Lang.recruit.dispose_placed ?> <b><?cs
var:o.taken ?></b> / <?cs var:o.wanted ?></span><?cs if:o.places > #0 ?><span class="wait"><?cs
var:Lang.recruit.dispose_missing ?> <?cs var:o.places ?></span><?cs /if ?><span class="js-only" data-seat="<?cs
var:o.seat ?>" data-left="<?cs var:o.places ?>" data-count="<?cs
var:Lang.recruit.dispose_ticked ?>"></span><?cs if:o.training ?><span class="end"><?cs
var:Lang.recruit.dispose_asks ?> <?cs var:o.training ?></span><?cs /if ?></li>
<?cs /each ?></ul></section>
<?cs set:At.waits = #0 ?><?cs set:At.placed = #0 ?><section><h2><?cs var:Lang.recruit.dispose_placed ?></h2>
<ul class="rows pairs">
<?cs each:p = Page.Placed ?><?cs if:p.state == "waiting" ?><?cs set:At.waits = #1 ?><?cs else ?><?cs
set:At.placed = #1 ?><li><a href="/recruit/review/<?cs
var:p.uid ?>"><?cs var:p.name ?></a><span><?cs var:p.position ?></span><?cs if:p.state == "offered" ?><b class="tag offered"><?cs
var:Lang.State.application.offered ?></b><?cs /if ?><span class="end"><?cs var:p.hours ?></span></li>
<?cs /if ?><?cs /each ?><?cs if:Page.More.placed ?><li><a href="/recruit/review?state=accepted&amp;project=<?cs
var:url_escape(Page.Project.no) ?>"><?cs var:Lang.recruit.dispose_all ?></a></li>
<?cs /if ?></ul>
<?cs if:!At.placed ?><p class="empty"><?cs var:Lang.recruit.dispose_nobody ?></p>
<?cs /if ?></section>
<?cs if:At.waits ?><section><h2><?cs var:Lang.recruit.dispose_waiting ?></h2>
<p class="hint"><?cs var:Lang.recruit.dispose_in_order ?></p>
<div class="scroll"><table class="list ones">
<caption class="hidden"><?cs var:Lang.recruit.dispose_waiting ?></caption>
<thead><tr><?cs call:all("drop", Lang.recruit.dispose_refuse) ?><th class="num" scope="col"><?cs
var:Lang.recruit.line_no ?></th><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.recruit.dispose_wants ?></th><th class="num" scope="col"><?cs
var:Lang.recruit.hours ?></th></tr></thead>
<tbody>
<?cs each:p = Page.Placed ?><?cs if:p.state == "waiting" ?><tr><?cs
call:one("drop", p, Lang.recruit.dispose_refuse) ?><td class="num"><?cs var:p.line_no ?></td><td><a href="/recruit/review/<?cs
var:p.uid ?>"><?cs var:p.name ?></a></td><td><?cs
var:p.position ?></td><td class="num"><?cs var:p.hours ?></td></tr>
<?cs /if ?><?cs /each ?></tbody>
</table></div><?cs if:Page.More.waiting ?><p><a href="/recruit/review?state=waiting&amp;project=<?cs
var:url_escape(Page.Project.no) ?>"><?cs var:Lang.recruit.dispose_all ?></a></p>
<?cs /if ?></section>
<?cs /if ?></div>
</div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span>
<label><?cs var:Lang.recruit.reason_all ?> <input id="f-reason" name="reason" maxlength="200" value="<?cs var:Page.Form.reason ?>"<?cs
if:Page.Error.reason ?> aria-invalid="true" aria-describedby="reason-error"<?cs /if ?>></label><?cs
if:Page.Error.reason ?> <b class="bad" id="reason-error"><?cs var:Page.Error.reason ?></b><?cs /if ?>
<button class="button go" type="submit"><?cs var:Lang.recruit.dispose_send ?></button>
<span class="hint js-only"><?cs var:Lang.recruit.dispose_keys ?></span></div>
</form>
<?cs include!"staff_foot.cs" ?>
