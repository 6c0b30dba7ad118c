<?cs set:Title = Lang.activity.notice ?><?cs set:Share = Lang.activity.notice_lead ?><?cs include!"public_head.cs" ?><?cs
include!"duration.cs" ?>
<h1><?cs var:Lang.activity.notice ?></h1>
<p><?cs var:Lang.activity.notice_lead ?></p>
<?cs if:subcount(Page.Activities) ?><ul class="list">
<?cs each:a = Page.Activities ?><li><a class="shift" href="/activity/notice/<?cs var:a.no ?>"><span class="when"><span><?cs
var:on(a.day) ?></span> <b><?cs var:a.people ?> <?cs var:Lang.Layout.persons ?></b></span>
<strong><?cs var:a.title ?></strong><small><?cs var:a.station ?></small><small><?cs var:Lang.activity.until ?> <?cs
var:on(a.notice_until) ?></small></a></li>
<?cs /each ?></ul>
<?cs include!"pager.cs" ?><?cs else ?><div class="empty"><p><?cs var:Lang.activity.notice_empty ?></p></div>
<?cs /if ?><?cs include!"public_foot.cs" ?>
