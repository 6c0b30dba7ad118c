<?cs if:Page.Activity.no ?><?cs set:Title = Lang.activity.edit ?><?cs set:To = "/activity/manage/" + Page.Activity.no + "/edit" ?><?cs
else ?><?cs set:Title = Lang.activity.new ?><?cs set:To = "/activity/manage/new" ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="<?cs var:url_validate(To) ?>" novalidate><?cs include!"token.cs" ?><?cs
if:Page.Form.copy ?><input type="hidden" name="copy" value="<?cs var:Page.Form.copy ?>"><?cs /if ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <?cs
if:Page.Activity.no ?><a href="/activity/manage/<?cs var:Page.Activity.no ?>"><?cs var:Page.Activity.no ?></a> › <?cs
/if ?><?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><?cs if:!Page.Activity.no ?><a class="button" href="/activity/manage/series/new<?cs
if:Page.Form.copy ?>?copy=<?cs var:url_escape(Page.Form.copy) ?><?cs elif:Page.Form.project ?>?project=<?cs
var:url_escape(Page.Form.project) ?><?cs /if ?>"><?cs var:Lang.activity.series_new ?></a><?cs
/if ?><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:select("project", "optional", Page.Projects) ?><?cs call:select("category", "required", Page.Categories) ?>
<?cs set:At.wide = #1 ?><?cs call:text("title", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("content", "required", "3") ?>
<?cs call:day("day", "required") ?><?cs call:text("place", "required") ?>
<?cs call:clock("begins", "required") ?><?cs call:clock("ends", "required") ?>
<?cs call:text_short("leader_no", "optional") ?><?cs call:person("leader_name", "optional") ?><?cs
if:subcount(Page.Workers) ?><?cs call:select("led_by", "optional", Page.Workers) ?><?cs /if ?>
<?cs call:number("planned", "optional") ?><?cs call:number("radius_m", "optional") ?>
<?cs call:text_short("lat", "optional") ?><?cs call:text_short("lng", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:check("dangerous", Lang.activity.Field.dangerous) ?><?cs
if:!Page.Activity.no ?><?cs if:Page.Form.copy || Page.Form.project ?><?cs set:At.wide = #1 ?><?cs
call:check("with_roster", Lang.activity.Field.with_roster) ?><?cs /if ?><?cs
set:At.wide = #1 ?><?cs call:check("past", Lang.activity.Field.past) ?><?cs /if ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
