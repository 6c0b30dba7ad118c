<?cs set:Title = Lang.recruit.manage ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/recruit/review"><?cs var:Lang.recruit.review ?></a> › <a href="/project/<?cs var:Page.Project.no ?>"><?cs
var:Page.Project.title ?></a></p>
<h1><?cs var:Lang.recruit.manage ?></h1>
<div class="acts"><a class="button go" href="/recruit/manage/<?cs var:url_escape(Page.Project.no) ?>/dispose"><?cs
var:Lang.recruit.dispose ?></a>
<a class="button" href="/account/letter/waiting/<?cs var:url_escape(Page.Project.no) ?>"><?cs
var:Lang.message.letter_waiting ?></a>
<a class="button" href="/activity/manage/new?project=<?cs var:url_escape(Page.Project.no) ?>"><?cs
var:Lang.recruit.activity_new ?></a></div>
</div>
<p class="hint"><?cs var:Lang.recruit.manage_note ?></p>
<h2><?cs var:Lang.recruit.manage_shifts ?></h2>
<?cs if:subcount(Page.Activities) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.recruit.manage_shifts ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.recruit.time ?></th><th scope="col"><?cs var:Lang.recruit.activity ?></th><th scope="col"><?cs
var:Lang.recruit.mode ?></th><th class="num" scope="col"><?cs var:Lang.recruit.taken_of ?></th><th class="num" scope="col"><?cs
var:Lang.recruit.pending ?></th><th class="num" scope="col"><?cs var:Lang.recruit.waiting ?></th><th scope="col"><?cs
var:Lang.recruit.shift_open ?></th></tr></thead>
<tbody>
<?cs each:a = Page.Activities ?><tr><td><?cs var:span(a.starts_at + "/" + a.ends_at) ?></td>
<td class="w"><a href="/activity/manage/<?cs var:a.no ?>"><?cs var:a.title ?></a><?cs if:a.state == "draft" ?> <b class="tag draft"><?cs
var:Lang.State.activity.draft ?></b><?cs /if ?></td>
<td><?cs if:a.mode ?><?cs var:Lang.recruit.ModeName[a.mode] ?><?cs else ?><?cs var:Lang.recruit.not_shift ?><?cs /if ?></td>
<td class="num"><?cs if:a.mode ?><?cs var:a.taken ?> / <?cs var:a.wanted ?><?cs /if ?></td><td class="num"><?cs
var:a.pending ?></td><td class="num"><?cs
var:a.waiting ?></td><td><a href="/recruit/manage/<?cs var:Page.Project.no ?>/shift/<?cs var:a.no ?>"><?cs
if:a.mode ?><?cs var:Lang.recruit.shift_change ?><?cs else ?><?cs var:Lang.recruit.shift_open ?><?cs /if ?></a><?cs
if:a.mode && a.waiting > #0 ?> <a href="/account/letter/shift/<?cs var:a.no ?>"><?cs var:Lang.message.letter_waiting ?></a><?cs
/if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.recruit.manage_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.recruit.positions ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.recruit.positions ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.recruit.position ?></th><th class="num" scope="col"><?cs
var:Lang.recruit.taken_of ?></th><th scope="col"><?cs
var:Lang.recruit.mode ?></th><th scope="col"><?cs var:Lang.recruit.skills ?></th><th scope="col"><?cs
var:Lang.recruit.sex ?></th><th scope="col"><?cs
var:Lang.recruit.hours_open ?></th></tr></thead>
<tbody>
<?cs each:o = Page.Positions ?><tr><td><a href="/recruit/manage/<?cs var:Page.Project.no ?>/position/<?cs var:o.uid ?>"><?cs
var:o.title ?></a></td>
<td class="num"><?cs var:o.taken ?> / <?cs var:o.wanted ?></td><td><?cs var:Lang.recruit.ModeName[o.mode] ?></td><td class="w"><?cs
var:o.skills ?></td><td><?cs var:Lang.recruit.Sex[o.sex] ?></td><td class="w"><?cs var:o.hours ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs include!"staff_foot.cs" ?>
