<?cs set:Title = Page.Position.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/recruit/manage/<?cs var:Page.Project.no ?>"><?cs var:Page.Project.title ?></a> › <?cs
var:Page.Position.title ?></p>
<h1><?cs var:Lang.recruit.rules ?></h1>
<div class="acts"><a class="button" href="/recruit/manage/<?cs var:Page.Project.no ?>/position/<?cs
var:Page.Position.uid ?>/invite"><?cs var:Lang.recruit.invites ?></a></div>
</div>
<form class="form" method="post" action="/recruit/manage/<?cs var:Page.Project.no ?>/position/<?cs
var:Page.Position.uid ?>" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:radios("mode", "required", Lang.recruit.ModeChoice) ?>
<?cs set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:checks("skills", "optional", Page.Skills) ?>
<?cs call:select("sex", "optional", Lang.recruit.SexChoice) ?><?cs call:text("sex_reason", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:text("hours", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
