<?cs set:Title = Lang.training.sheet ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/training/manage"><?cs var:Lang.training.manage ?></a> › <a href="/training/manage/<?cs
var:Page.Training.no ?>"><?cs var:Page.Training.no ?></a> › <?cs var:Lang.training.sheet ?></p>
<h1><?cs var:Lang.training.sheet ?></h1>
<p class="acts"><button class="button go js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></p>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.training.Field.title ?></dt><dd><?cs var:Page.Training.title ?></dd></div>
<div><dt><?cs var:Lang.training.no ?></dt><dd><?cs var:Page.Training.no ?></dd></div>
<div><dt><?cs var:Lang.training.when ?></dt><dd><?cs var:span(Page.Training.starts_at + "/" + Page.Training.ends_at) ?></dd></div>
<div><dt><?cs var:Lang.training.study ?></dt><dd><?cs var:Page.Training.study_minutes ?> <?cs var:Lang.Layout.minutes ?></dd></div>
<div><dt><?cs var:Lang.training.Field.place ?></dt><dd><?cs var:Page.Training.place ?></dd></div>
<div><dt><?cs var:Lang.training.Field.organiser ?></dt><dd><?cs var:Page.Training.organiser ?></dd></div>
<?cs if:Page.Training.lecturer ?><div><dt><?cs var:Lang.training.Field.lecturer ?></dt><dd><?cs var:Page.Training.lecturer ?></dd></div>
<?cs /if ?><div class="whole"><dt><?cs var:Lang.training.Field.content ?></dt><dd><?cs var:Page.Training.content ?></dd></div>
</dl>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.training.sheet ?>"><table class="list roomy">
<caption class="hidden"><?cs var:Lang.training.sheet ?></caption>
<thead><tr><th class="num" scope="col"><?cs var:Lang.training.serial ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th scope="col"><?cs var:Lang.Field.sex ?></th><th scope="col"><?cs
var:Lang.training.Field.volunteer_no ?></th><th class="w" scope="col"><?cs
var:Lang.training.signed ?></th><th scope="col"><?cs var:Lang.training.result ?></th><th scope="col"><?cs
var:Lang.Field.note ?></th></tr></thead>
<tbody>
<?cs set:At.row = #0 ?><?cs each:r = Page.Rows ?><?cs if:r.state != "waiting" ?><?cs set:At.row = At.row + #1 ?><tr><td class="num"><?cs
var:At.row ?></td><td><?cs var:r.name ?></td><td><?cs var:r.sex ?></td><td><?cs var:r.volunteer_no ?></td><td class="w"><?cs
if:r.present_at ?><?cs var:hour(r.present_at) ?><?cs /if ?></td><td><?cs if:r.state == "passed" || r.state == "failed" ?><?cs
var:Lang.State.enrolment[r.state] ?> <?cs var:r.score ?><?cs /if ?></td><td class="wrap"><?cs var:r.reason ?></td></tr>
<?cs /if ?><?cs /each ?></tbody>
</table></div>
<p><?cs var:Lang.training.sheet_foot ?></p>
<?cs include!"staff_foot.cs" ?>
