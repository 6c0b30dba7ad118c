<?cs set:Title = Page.Training.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/training/manage"><?cs var:Lang.training.manage ?></a> › <?cs var:Page.Training.no ?></p>
<h1><?cs var:Page.Training.title ?></h1>
<b class="tag <?cs var:Page.Training.state ?>"><?cs var:Lang.State.training[Page.Training.state] ?></b>
<div class="acts"><a class="button" href="/training/manage/<?cs var:Page.Training.no ?>/materials"><?cs
var:Lang.training.materials ?></a><?cs if:Page.Training.state == "draft" ?>
<a class="button" href="/training/manage/<?cs var:Page.Training.no ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a>
<form method="post" action="/training/manage/<?cs var:Page.Training.no ?>/publish"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.training.publish ?></button></form><?cs else ?>
<a class="button" href="/training/manage/<?cs var:Page.Training.no ?>/sheet"><?cs var:Lang.training.sheet ?></a>
<a class="button" href="/training/manage/<?cs var:Page.Training.no ?>/roll"><?cs var:Lang.training.roll ?></a><?cs
if:Page.Training.state == "published" ?>
<form method="post" action="/training/manage/<?cs var:Page.Training.no ?>/start"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.training.start ?></button></form><?cs
elif:Page.Training.state == "running" ?>
<form method="post" action="/training/manage/<?cs var:Page.Training.no ?>/finish"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.training.finish ?></button></form><?cs /if ?><?cs /if ?></div>
</div>
<?cs include!"refused.cs" ?>
<dl class="facts">
<div><dt><?cs var:Lang.training.taken ?></dt><dd><?cs var:Page.Training.taken ?> / <?cs var:Page.Training.places ?></dd></div>
<?cs if:?Page.Counts.waiting ?><div><dt><?cs var:Lang.training.waiting ?></dt><dd><?cs var:Page.Counts.waiting ?></dd></div>
<div><dt><?cs var:Lang.training.present_n ?></dt><dd><?cs var:Page.Counts.present ?></dd></div>
<div><dt><?cs var:Lang.training.passed_n ?></dt><dd><?cs var:Page.Counts.passed ?></dd></div>
<div><dt><?cs var:Lang.training.failed_n ?></dt><dd><?cs var:Page.Counts.failed ?></dd></div>
<?cs /if ?><?cs if:Page.Training.valid_months ?><div><dt><?cs
var:Lang.training.Field.valid_months ?></dt><dd><?cs var:Page.Training.valid_months ?></dd></div>
<?cs /if ?><?cs if:Page.Training.project_no ?><div><dt><?cs var:Lang.training.Field.project ?></dt><dd><a href="/project/<?cs
var:Page.Training.project_no ?>"><?cs var:Page.Training.project ?></a></dd></div>
<?cs /if ?><?cs if:Page.Training.recorded_by ?><div><dt><?cs var:Lang.training.recorded_by ?></dt><dd><?cs
var:Page.Training.recorded_by ?></dd></div>
<?cs /if ?><?cs include!"training/facts.cs" ?></dl>
<?cs if:subcount(Page.Positions) ?><h2><?cs var:Lang.training.asked_by ?></h2>
<ul class="rows">
<?cs each:p = Page.Positions ?><li><a href="/project/<?cs var:p.no ?>"><?cs var:p.no ?></a> <span><?cs var:p.title ?></span> <span><?cs
var:p.position ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Training.state == "draft" || Page.Training.state == "published" || Page.Training.state == "running" ?><h2><?cs
var:Lang.training.call_off ?></h2>
<form class="form" method="post" action="/training/manage/<?cs var:Page.Training.no ?>/cancel" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.training.call_off ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
