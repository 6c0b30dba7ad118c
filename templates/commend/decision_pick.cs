<?cs set:Title = Lang.commend.recipients_pick ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/decisions"><?cs var:Lang.commend.decisions ?></a> › <a href="/commend/manage/decisions/<?cs
var:Page.Decision.uid ?>"><?cs var:Page.Decision.title ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<form class="filters" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/pick">
<div><label for="f-team"><?cs var:Lang.commend.pick_team ?></label><select id="f-team" name="team">
<option value=""><?cs var:Lang.Layout.all ?></option>
<?cs call:options(Page.Things.team, Page.Picked.team) ?></select></div>
<div><label for="f-hours"><?cs
var:Lang.commend.pick_hours ?></label><input class="short" type="text" inputmode="numeric" id="f-hours" name="hours" value="<?cs
var:Page.Picked.hours ?>"></div>
<button class="button" type="submit"><?cs var:Lang.Layout.find ?></button></form>
<?cs if:subcount(Page.Members) ?><form class="form" method="post" action="/commend/manage/decisions/<?cs
var:Page.Decision.uid ?>/pick" novalidate><?cs
include!"token.cs" ?>
<p class="soft"><?cs var:Lang.commend.pick_about ?></p>
<?cs set:At.wide = #1 ?><?cs set:At.lines = #1 ?><?cs call:checks("tick", "required", Page.Members) ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("name", "optional", Lang.commend.honour_name, Lang.commend.recipient_name_hint) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.recipients_add ?></button></p>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.commend.pick_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
