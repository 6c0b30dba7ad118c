<?cs set:Title = Lang.activity.backfill ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"activity/_grid.cs" ?><?cs set:Base = "/activity/manage/" + Page.Activity.no ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <a href="<?cs var:url_validate(Base) ?>"><?cs
var:Page.Activity.no ?></a> › <?cs var:Lang.activity.backfill ?></p>
<h1><?cs var:Lang.activity.backfill ?></h1>
<span><?cs var:Page.Activity.title ?> <?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></span>
</div>
<p class="note"><?cs var:Lang.activity.backfill_note ?></p>
<?cs if:subcount(Page.Rows) ?><?cs call:paste(Base + "/backfill/paste") ?>
<form method="post" enctype="multipart/form-data" action="<?cs var:url_validate(Base) ?>/backfill" novalidate><?cs
include!"token.cs" ?>
<?cs call:grid() ?>
<div class="form">
<?cs call:text_as("remark", "required", Lang.activity.backfill_why, "") ?><?cs
call:file("file", "required", "image/jpeg,image/png,application/pdf") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.backfill_save ?></button></p></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.activity.log_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
