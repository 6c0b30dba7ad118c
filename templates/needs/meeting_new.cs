<?cs set:Title = Lang.needs.meeting_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/meetings/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/meetings"><?cs var:Lang.needs.meetings ?></a> › <?cs var:Lang.needs.meeting_new ?></p>
<h1><?cs var:Lang.needs.meeting_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:time("held_at", "required") ?><?cs call:text("place", "required") ?><?cs
call:text("topic", "required") ?><?cs call:number("present", "required") ?><?cs
set:At.wide = #1 ?><?cs call:textarea("minutes", "optional", "8") ?><?cs
set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:checks("hosts", "optional", Page.Staff) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("residents", "optional", "5") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
