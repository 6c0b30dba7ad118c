<?cs set:Title = Lang.activity.mine ?><?cs include!"volunteer_head.cs" ?><?cs include!"duration.cs" ?><?cs include!"changes.cs" ?>
<h1><?cs var:Lang.activity.mine ?></h1>
<?cs if:subcount(Page.Changes) ?><h2><?cs var:Lang.activity.changes ?></h2>
<p><?cs var:Lang.activity.changes_lead ?></p>
<?cs call:changes(Page.Changes) ?><?cs /if ?><?cs if:subcount(Page.Duties) ?><h2><?cs var:Lang.activity.coming ?></h2>
<ul class="list">
<?cs each:d = Page.Duties ?><li><a class="shift" href="/activity/<?cs var:d.no ?>"><span class="when"><span><?cs
var:span(d.starts_at + "/" + d.ends_at) ?></span> <?cs
if:d.state == "cancelled" ?><b class="tag bad"><?cs var:Lang.activity.Duty.cancelled ?></b><?cs
elif:d.excused ?><b class="tag off"><?cs var:Lang.activity.Duty.excused ?></b><?cs
elif:d.out_at ?><b class="tag good"><?cs var:Lang.activity.Duty.gone ?></b><?cs
elif:d.in_at ?><b class="tag good"><?cs var:Lang.activity.Duty.here ?></b><?cs /if ?></span>
<strong><?cs var:d.title ?></strong><small><?cs var:d.place ?></small><?cs
if:d.cancel_reason ?><small><?cs var:d.cancel_reason ?></small><?cs
elif:d.duty ?><small><?cs var:Lang.activity.Field.duty ?> <?cs var:d.duty ?></small><?cs /if ?></a></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.activity.mine_empty ?></p>
<a class="button second" href="/recruit/"><?cs var:Lang.Layout.menu_recruit ?></a></div>
<?cs /if ?><?cs if:subcount(Page.Past) ?><h2><?cs var:Lang.activity.past ?></h2>
<ul class="list">
<?cs each:d = Page.Past ?><li><a class="shift" href="/activity/<?cs var:d.no ?>"><span class="when"><span><?cs var:on(d.day) ?></span><?cs
if:d.minutes ?> <b><?cs call:duration(d.minutes) ?></b><?cs /if ?></span>
<strong><?cs var:d.title ?></strong><small><?cs var:d.place ?></small></a></li>
<?cs /each ?></ul>
<?cs /if ?><a class="button second" href="/activity/hours"><?cs var:Lang.activity.my_hours ?></a>
<?cs include!"volunteer_foot.cs" ?>
