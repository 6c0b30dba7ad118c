<?cs set:Title = Lang.training.new ?><?cs if:Page.No ?><?cs set:Title = Lang.training.edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/training/manage/<?cs if:Page.No ?><?cs var:Page.No ?>/edit<?cs else ?>new<?cs /if ?>" novalidate><?cs
include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/training/manage"><?cs var:Lang.training.manage ?></a> › <?cs if:Page.No ?><a href="/training/manage/<?cs
var:Page.No ?>"><?cs var:Page.No ?></a><?cs else ?><?cs var:Lang.training.new ?><?cs /if ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<h2><?cs var:Lang.training.part_what ?></h2>
<?cs set:At.wide = #1 ?><?cs call:text("title", "required") ?>
<?cs call:radios("kind", "required", Page.Kinds) ?><?cs call:radios("mode", "required", Page.Modes) ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("content", "required", "5") ?>
<?cs call:text("organiser", "optional") ?><?cs call:text("lecturer", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:select("project", "optional", Page.Projects) ?>
<h2><?cs var:Lang.training.part_when ?></h2>
<?cs call:time("starts_at", "required") ?><?cs call:time("ends_at", "required") ?>
<?cs call:number("study_minutes", "required") ?><?cs call:text("place", "optional") ?>
<?cs call:text("contact_name", "optional") ?><?cs call:tel("contact_phone", "optional") ?>
<h2><?cs var:Lang.training.part_who ?></h2>
<?cs call:number("places", "required") ?><?cs call:time("enrol_until", "optional") ?><?cs call:number("min_age", "optional") ?>
<h2><?cs var:Lang.training.part_pass ?></h2>
<?cs call:number("pass_score", "optional") ?><?cs call:text("qualifies", "optional") ?><?cs
call:number("valid_months", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
