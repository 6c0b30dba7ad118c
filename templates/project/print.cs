<?cs set:Title = Page.Project.title ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?><?cs include!"project/facts.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/<?cs var:Page.Project.no ?>"><?cs var:Page.Project.no ?></a> › <?cs var:Lang.project.print ?></p>
<h1><?cs var:Lang.project.plan_of ?><?cs var:Page.Project.title ?></h1>
<div class="acts"><button class="button go js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.project.no ?></dt><dd><?cs var:Page.Project.no ?></dd></div>
<div><dt><?cs var:Lang.project.station ?></dt><dd><?cs var:Page.Project.station ?></dd></div>
<div><dt><?cs var:Lang.Layout.state ?></dt><dd><?cs var:Lang.State.project[Page.Project.state] ?></dd></div>
</dl>
<h2><?cs var:Lang.project.part_plan ?></h2>
<?cs call:plan_facts(Page.Project) ?><h2><?cs var:Lang.project.part_needs ?></h2>
<?cs call:plan_needs(Page.Needs, "") ?><h2><?cs var:Lang.project.positions ?></h2>
<?cs call:plan_positions(Page.Positions, Page.Project.no, "") ?><?cs
if:Page.Project.screened == #1 || Page.Project.screened_by ?><h2><?cs var:Lang.project.screening ?></h2>
<dl class="facts">
<?cs if:Page.Project.screened == #1 ?><?cs call:plan_long(Lang.project.screened, Lang.project.Field.none) ?><?cs /if ?><?cs
call:plan_fact(Lang.project.screened_by, Page.Project.screened_by) ?></dl>
<?cs /if ?><h2><?cs var:Lang.project.signatures ?></h2>
<dl class="facts">
<div><dt><?cs var:Lang.project.author ?></dt><dd><?cs var:Page.Project.author ?><?cs
if:Page.Project.submitted_at ?> <?cs var:at(Page.Project.submitted_at) ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.project.approver ?></dt><dd><?cs var:Page.Project.approver ?><?cs
if:Page.Project.approved_at ?> <?cs var:at(Page.Project.approved_at) ?><?cs /if ?></dd></div>
<?cs call:plan_fact(Lang.project.in_charge, Page.Project.person_in_charge) ?><?cs
call:plan_long(Lang.project.Field.report, Page.Project.report) ?></dl>
<?cs include!"staff_foot.cs" ?>
