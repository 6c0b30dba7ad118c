<?cs set:Title = Lang.needs.meeting_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/meetings/<?cs var:Page.Meeting.uid ?>/edit" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="version" value="<?cs var:Page.Form.version ?>">
<div class="bar">
<p class="crumb"><a href="/needs/meetings"><?cs var:Lang.needs.meetings ?></a> › <a href="/needs/meetings/<?cs
var:Page.Meeting.uid ?>"><?cs var:Page.Meeting.topic ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.needs.meeting_edit ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:time("held_at", "required") ?><?cs call:text("place", "required") ?><?cs
call:text("topic", "required") ?><?cs call:number("present", "required") ?><?cs
set:At.wide = #1 ?><?cs call:textarea("minutes", "optional", "12") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
