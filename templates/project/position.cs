<?cs set:Title = Lang.project.position_new ?><?cs if:Page.Uid ?><?cs set:Title = Lang.project.position_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/project/<?cs var:Page.No ?>/position<?cs if:Page.Uid ?>/<?cs var:Page.Uid ?><?cs /if ?>" novalidate><?cs
include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/<?cs var:Page.No ?>"><?cs var:Page.No ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<?cs if:Page.Published ?><p class="note"><?cs var:Lang.project.published_note ?></p>
<?cs /if ?><?cs if:Page.Position.title ?><dl class="facts">
<div><dt><?cs var:Lang.project.position ?></dt><dd><?cs var:Page.Position.title ?></dd></div>
<div><dt><?cs var:Lang.project.taken ?></dt><dd><?cs var:Page.Position.taken ?></dd></div>
<div><dt><?cs var:Lang.project.Field.conditions ?></dt><dd><?cs var:Page.Position.conditions ?></dd></div>
<?cs if:Page.Position.min_age ?><div><dt><?cs var:Lang.project.Field.min_age ?></dt><dd><?cs var:Page.Position.min_age ?></dd></div>
<?cs /if ?><?cs if:Page.Position.training ?><div><dt><?cs var:Lang.project.Field.training ?></dt><dd><?cs
var:Page.Position.training ?></dd></div>
<?cs /if ?></dl>
<p><?cs var:Lang.project.Fixed.position ?></p>
<div class="form">
<?cs call:number("wanted", "required") ?><?cs call:textarea("description", "required", "3") ?></div>
<?cs else ?><div class="form">
<?cs call:text_as("title", "required", Lang.project.position, "") ?><?cs call:number("wanted", "required") ?><?cs
call:textarea("description", "required", "3") ?><?cs call:textarea("conditions", "required", "3") ?><?cs
call:number("min_age", "optional") ?><?cs
if:subcount(Page.Trainings) ?><?cs call:select("training", "optional", Page.Trainings) ?><?cs /if ?></div>
<?cs /if ?></form>
<?cs include!"staff_foot.cs" ?>
