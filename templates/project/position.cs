<?cs set:Title = Lang.project.position_new ?><?cs if:Page.Uid ?><?cs set:Title = Lang.project.position_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/project/<?cs var:Page.No ?>/position<?cs if:Page.Uid ?>/<?cs var:Page.Uid ?><?cs /if ?>" novalidate><?cs
include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/<?cs var:Page.No ?>"><?cs var:Page.No ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:text_as("title", "required", Lang.project.position, "") ?><?cs call:number("wanted", "required") ?><?cs
call:textarea("description", "required", "3") ?><?cs call:textarea("conditions", "required", "3") ?><?cs
call:number("min_age", "optional") ?><?cs
if:subcount(Page.Trainings) ?><?cs call:select("training", "optional", Page.Trainings) ?><?cs /if ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
