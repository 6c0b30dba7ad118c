<?cs set:Title = Page.Activity.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/activity/manage/" + Page.Activity.no ?><?cs set:St = Page.Activity.state ?><?cs
set:Now = #1 ?><?cs if:St == "published" || St == "running" ?><?cs set:Now = #3 ?><?cs
elif:St == "recording" ?><?cs set:Now = #4 ?><?cs elif:St == "notice" ?><?cs set:Now = #5 ?><?cs
elif:St == "archived" ?><?cs set:Now = #7 ?><?cs /if ?><?cs
set:Open = St == "draft" || St == "published" || St == "running" || (St == "recording" && !Page.Activity.published_at) ?><?cs
def:step(n, text, day) ?><li<?cs if:Now > n ?> class="done"<?cs elif:Now == n ?> aria-current="step"<?cs /if ?>><?cs
	var:text ?> <?cs var:short(day) ?></li>
<?cs /def ?>
<?cs def:placed(fine) ?><ul class="rows">
<?cs each:l = Page.Placed ?><?cs if:(fine && l.fine) || (!fine && !l.fine) ?><li><b><?cs
var:Lang.activity.line ?> <?cs var:l.line ?></b> <span><?cs
var:l.text ?></span> <b class="tag <?cs if:l.fine ?>good<?cs else ?>bad<?cs /if ?>"><?cs
var:Lang.activity.Placed[l.word] ?></b> <?cs if:l.no ?><span><?cs var:l.no ?> <?cs var:l.name ?></span><?cs /if ?></li>
<?cs /if ?><?cs /each ?></ul>
<?cs /def ?><div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <?cs var:Page.Activity.no ?></p>
<h1><?cs var:Page.Activity.title ?></h1>
<b class="tag <?cs var:St ?>"><?cs var:Lang.State.activity[St] ?></b>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button><?cs
if:St != "cancelled" ?>
<a class="button" href="<?cs var:url_validate(Base) ?>/sheet"><?cs var:Lang.activity.sheet ?></a><?cs /if ?><?cs
if:St == "draft" ?>
<a class="button" href="<?cs var:url_validate(Base) ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a><?cs /if ?><?cs
if:St == "published" ?>
<a class="button" href="<?cs var:url_validate(Base) ?>/change" data-key="e"><?cs var:Lang.activity.change ?></a><?cs /if ?>
<a class="button" href="/activity/manage/new?copy=<?cs var:url_escape(Page.Activity.no) ?>"><?cs var:Lang.activity.copy ?></a><?cs
if:St == "published" || St == "running" || St == "recording" ?>
<a class="button" href="<?cs var:url_validate(Base) ?>/board"><?cs var:Lang.activity.board ?></a>
<a class="button" href="/account/letter/roster/<?cs var:url_escape(Page.Activity.no) ?>"><?cs var:Lang.message.letter ?></a>
<a class="button" href="<?cs var:url_validate(Base) ?>/log"><?cs var:Lang.activity.log ?></a><?cs /if ?><?cs
if:Page.Activity.published_at && (St == "published" || St == "running" || St == "recording") ?>
<a class="button" href="<?cs var:url_validate(Base) ?>/code?dir=out"><?cs var:Lang.activity.code_out ?></a>
<a class="button<?cs if:St != "recording" ?> go<?cs /if ?>" href="<?cs var:url_validate(Base) ?>/code?dir=in"><?cs
var:Lang.activity.code_in ?></a><?cs /if ?><?cs
if:St == "notice" || St == "archived" ?>
<a class="button" href="<?cs var:url_validate(Base) ?>/rate"><?cs var:Lang.activity.rate ?></a><?cs /if ?><?cs
if:St == "recording" || St == "notice" ?>
<a class="button" href="<?cs var:url_validate(Base) ?>/backfill"><?cs var:Lang.activity.backfill ?></a>
<a class="button<?cs if:St == "recording" ?> go<?cs /if ?>" href="/activity/manage/review?activity=<?cs
var:url_escape(Page.Activity.no) ?>"><?cs var:Lang.activity.review ?></a><?cs /if ?><?cs
if:Page.Ends && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?>
<form method="post" action="<?cs var:url_validate(Base) ?>/archive"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.activity.archive ?></button></form><?cs /if ?></div>
</div>
<?cs if:St == "cancelled" ?><p class="note bad"><?cs var:Lang.activity.cancel_reason ?> <?cs var:Page.Activity.cancel_reason ?></p>
<?cs else ?><ol class="steps">
<?cs call:step(#1, Lang.activity.Step.draft, "") ?><?cs call:step(#2, Lang.activity.Step.published, Page.Activity.published_at) ?><?cs
call:step(#3, Lang.activity.Step.running, Page.Activity.day) ?><?cs
call:step(#4, Lang.activity.Step.recording, Page.Activity.record_due_on) ?><?cs
call:step(#5, Lang.activity.Step.notice, Page.Activity.notice_until) ?><?cs
call:step(#6, Lang.activity.Step.archived, Page.Activity.archived_at) ?></ol>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.place ?></dt><dd><?cs var:Page.Activity.place ?></dd></div>
<div class="whole"><dt><?cs var:Lang.activity.Field.content ?></dt><dd><?cs var:Page.Activity.content ?></dd></div>
<div><dt><?cs var:Lang.Field.category ?></dt><dd><?cs var:Page.Activity.category_name ?></dd></div>
<?cs if:Page.Activity.project_no ?><div><dt><?cs var:Lang.activity.Field.project ?></dt><dd><a href="/project/<?cs
var:Page.Activity.project_no ?>"><?cs var:Page.Activity.project_title ?></a></dd></div>
<?cs /if ?><?cs if:Page.Activity.series ?><div><dt><?cs var:Lang.activity.series ?></dt><dd><a href="/activity/manage/series/<?cs
var:Page.Activity.series ?>"><?cs var:Lang.activity.series_see ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.organiser ?></dt><dd><?cs var:Page.Activity.organiser ?></dd></div>
<div><dt><?cs var:Lang.activity.leader ?></dt><dd><?cs var:Page.Activity.leader_name ?></dd></div>
<?cs if:Page.Activity.led_by ?><div><dt><?cs var:Lang.Layout.led_by ?></dt><dd><?cs var:Page.Activity.led_by ?></dd></div>
<?cs /if ?>
<?cs if:Page.Activity.planned ?><div><dt><?cs var:Lang.activity.Field.planned ?></dt><dd><?cs var:Page.Activity.planned ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.no ?></dt><dd><?cs var:Page.Activity.no ?></dd></div>
<div><dt><?cs var:Lang.activity.made_by ?></dt><dd><?cs var:Page.Activity.made_by ?></dd></div>
<?cs if:Page.Activity.published_at ?><div><dt><?cs var:Lang.activity.published_at ?></dt><dd><?cs
var:at(Page.Activity.published_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Activity.record_due_on ?><div><dt><?cs var:Lang.activity.due ?></dt><dd><?cs
var:on(Page.Activity.record_due_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Activity.notice_from ?><div><dt><?cs var:Lang.activity.notice_span ?></dt><dd><?cs
var:span(Page.Activity.notice_from + "/" + Page.Activity.notice_until) ?></dd></div>
<?cs /if ?><?cs if:Page.Activity.archived_at ?><div><dt><?cs var:Lang.activity.archived_at ?></dt><dd><?cs
var:at(Page.Activity.archived_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:St == "draft" ?><h2><?cs var:Lang.activity.publish ?></h2>
<p class="note"><?cs var:Lang.activity.screening ?></p>
<?cs if:Page.Undeclared ?><p class="note wait"><?cs var:Lang.activity.undeclared ?></p>
<?cs /if ?><form class="form" method="post" action="<?cs var:url_validate(Base) ?>/publish" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:check("screened", Lang.activity.screened) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.publish ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.activity.roster_title ?></h2>
<?cs if:Open ?><form class="form" method="post" action="<?cs var:url_validate(Base) ?>/roster" novalidate><?cs include!"token.cs" ?>
<?cs call:text_as("volunteer_no", "required", Lang.activity.no_or_name, "") ?><?cs call:text("duty", "optional") ?><?cs
call:person("company", "optional") ?><?cs
if:Page.Busy == "roster" ?><?cs set:At.wide = #1 ?><?cs call:check("anyway", Lang.activity.anyway) ?><?cs /if ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.activity.roster_add ?></button><?cs
if:Page.Activity.project_no ?>
<button class="button" type="submit" formaction="<?cs var:url_validate(Base) ?>/roster/import"><?cs
var:Lang.activity.roster_import ?></button><?cs /if ?><?cs if:Page.Last.no ?>
<button class="button" type="submit" formaction="<?cs var:url_validate(Base) ?>/roster/last"><?cs
var:Lang.activity.roster_last ?> <?cs var:short(Page.Last.day) ?> <?cs var:Page.Last.roster ?> <?cs
var:Lang.activity.persons ?></button><?cs
/if ?></p>
</form>
<?cs if:subcount(Page.Placed) ?><p class="note<?cs if:Page.PlacedLeft > #0 ?> wait<?cs /if ?>" id="placed"><?cs
var:Lang.activity.placed_new ?> <?cs var:Page.PlacedNew ?> <?cs var:Lang.activity.persons ?><?cs
if:Page.PlacedLeft > #0 ?> / <?cs var:Lang.activity.placed_left ?> <?cs var:Page.PlacedLeft ?><?cs /if ?></p>
<?cs call:placed("") ?><?cs if:Page.PlacedFine ?><details><summary><?cs var:Lang.activity.placed_fine ?> <?cs
var:Page.PlacedFine ?></summary>
<?cs call:placed("1") ?></details>
<?cs /if ?><?cs /if ?><details<?cs
if:Page.Form.people || Page.Error.people ?> open<?cs /if ?>><summary><?cs
var:Lang.activity.roster_paste ?></summary>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/roster/paste" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("people", "required", "8") ?><?cs
if:Page.Busy == "people" ?><?cs set:At.wide = #1 ?><?cs call:check("anyway", Lang.activity.anyway) ?><?cs /if ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.activity.roster_paste_go ?></button></p>
</form></details>
<?cs /if ?><?cs if:subcount(Page.Lacks) ?><p class="note wait"><?cs var:Lang.activity.lacks ?></p>
<ul class="rows">
<?cs each:l = Page.Lacks ?><li><b><?cs var:l.name ?></b> <span><?cs var:l.no ?></span> <?cs
if:l.rostered != #1 ?><span><?cs var:Lang.activity.lacks_accepted ?></span> <?cs /if ?><span><?cs
var:Lang.activity.Fault[l.word] ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Clashes) ?><p class="note wait"><?cs var:Lang.activity.clashes ?></p>
<ul class="rows">
<?cs each:c = Page.Clashes ?><li><b><?cs var:c.name ?></b> <span><?cs var:span(c.starts_at + "/" + c.ends_at) ?></span> <?cs
if:c.other ?><a href="/activity/manage/<?cs var:c.other ?>"><?cs var:c.other ?> <?cs var:c.title ?></a><?cs else ?><span><?cs
var:Lang.activity.clash_elsewhere ?></span><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Roster) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.activity.roster_title ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.roster_title ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.activity.role ?></th><th scope="col"><?cs var:Lang.activity.Field.duty ?></th><th scope="col"><?cs
var:Lang.activity.came ?></th><th scope="col"><?cs var:Lang.activity.left_at ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th><th class="no-print" scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:r = Page.Roster ?><tr><td><?cs var:r.no ?></td><td><?cs var:r.name ?></td><td><?cs var:Lang.State.roster_role[r.role] ?></td>
<td class="w"><?cs if:r.duty ?><?cs var:r.duty ?><?cs else ?><?cs var:r.position ?><?cs /if ?><?cs
if:r.company ?> <?cs var:Lang.activity.Field.company ?> <?cs var:r.company ?><?cs /if ?></td><td><?cs var:hour(r.came) ?></td>
<td><?cs var:hour(r.left_at) ?></td><td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.roster[r.state] ?></b><?cs
if:r.excuse ?> <?cs var:r.excuse ?><?cs /if ?></td>
<td class="no-print"><?cs if:!r.came && (St == "draft" || St == "published" || St == "running") ?><form method="post" action="<?cs
var:url_validate(Base) ?>/roster/remove"><?cs include!"token.cs" ?><input type="hidden" name="volunteer_no" value="<?cs
if:r.no ?><?cs var:r.no ?><?cs else ?><?cs var:r.uid ?><?cs /if ?>"><button class="plain" type="submit"><?cs
var:Lang.activity.roster_remove ?><span class="hidden"> <?cs var:r.name ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.activity.roster_empty ?></p>
<?cs /if ?><?cs include!"asked.cs" ?><?cs if:subcount(Page.Records) ?><h2><?cs var:Lang.activity.records ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.records ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.record_no ?></th><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.activity.when ?></th><th class="num" scope="col"><?cs var:Lang.activity.hours ?></th><th scope="col"><?cs
var:Lang.activity.evidence ?></th><th scope="col"><?cs var:Lang.activity.logger ?></th><th scope="col"><?cs
var:Lang.activity.reviewer ?></th><th scope="col"><?cs var:Lang.activity.notice_until ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Records ?><tr><td><a href="/activity/record/<?cs var:r.no ?>"><?cs var:r.no ?></a></td><td class="w"><?cs
var:r.name ?></td><td><?cs var:hour(r.begins) ?>–<?cs var:till(r.ends) ?></td><td class="num"><?cs var:r.hours ?></td>
<td><b class="tag <?cs var:r.evidence ?>"><?cs var:Lang.Evidence[r.evidence] ?></b></td><td><?cs var:r.logger ?></td>
<td><?cs var:r.reviewer ?></td><td><?cs var:short(r.notice_until) ?></td>
<td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.service_record[r.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs if:St == "draft" || St == "published" ?><h2><?cs var:Lang.activity.cancel ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/cancel" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.activity.cancel ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
