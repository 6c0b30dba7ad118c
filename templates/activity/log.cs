<?cs set:Title = Lang.activity.log ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"activity/_grid.cs" ?><?cs
set:Base = "/activity/manage/" + Page.Activity.no ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <a href="<?cs var:url_validate(Base) ?>"><?cs
var:Page.Activity.no ?></a> › <?cs var:Lang.activity.log ?></p>
<h1><?cs var:Lang.activity.log ?></h1>
<span><?cs var:Page.Activity.title ?> <?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></span>
<div class="acts"><a class="button" href="<?cs var:url_validate(Base) ?>/sheet"><?cs var:Lang.activity.sheet ?></a><?cs
if:Page.Late ?>
<a class="button go" href="<?cs var:url_validate(Base) ?>/backfill"><?cs var:Lang.activity.backfill ?></a><?cs /if ?></div>
</div>
<?cs if:Page.Late ?><p class="note wait"><?cs var:Lang.activity.log_late ?></p>
<?cs elif:!subcount(Page.Rows) ?><p class="empty"><?cs var:Lang.activity.log_empty ?></p>
<?cs else ?><p class="note"><?cs var:Lang.activity.log_note ?></p>
<?cs call:paste(Base + "/log/paste") ?>
<form method="post" action="<?cs var:url_validate(Base) ?>/log" novalidate><?cs include!"token.cs" ?>
<?cs call:grid() ?>
<div class="form"><?cs set:At.wide = #1 ?><?cs call:text("remark", "optional") ?><?cs
set:At.wide = #1 ?><?cs call:check("rest", Lang.activity.roll_rest) ?></div>
<div class="foot"><button class="button go" type="submit"><?cs var:Lang.activity.log_save ?></button></div>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
