<?cs set:Title = Lang.activity.change ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/activity/manage/<?cs var:Page.Activity.no ?>/change" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <a href="/activity/manage/<?cs
var:Page.Activity.no ?>"><?cs var:Page.Activity.no ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Page.Activity.title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p class="note"><?cs var:Lang.activity.change_note ?></p>
<div class="form">
<?cs call:day("day", "required") ?><?cs call:text("place", "required") ?>
<?cs call:clock("begins", "required") ?><?cs call:clock("ends", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("content", "required", "3") ?>
<?cs call:text_short("leader_no", "optional") ?><?cs call:person("leader_name", "optional") ?>
<?cs call:number("planned", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
