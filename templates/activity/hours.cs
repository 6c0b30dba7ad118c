<?cs set:Title = Lang.activity.my_hours ?><?cs include!"volunteer_head.cs" ?><?cs include!"duration.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Nav.me ?></a>
<h1><?cs var:Lang.activity.my_hours ?></h1>
<section class="card">
<p><?cs var:Lang.activity.total ?></p>
<p class="figure"><b><?cs call:duration(Page.Total.minutes) ?></b></p>
</section>
<dl class="facts card">
<?cs if:Page.Total.scan_minutes ?><div><dt><?cs var:Lang.Evidence.scan ?></dt><dd><?cs call:duration(Page.Total.scan_minutes) ?></dd></div>
<?cs /if ?><?cs if:Page.Total.met_minutes ?><div><dt><?cs var:Lang.Evidence.met ?></dt><dd><?cs
call:duration(Page.Total.met_minutes) ?></dd></div>
<?cs /if ?><?cs if:Page.Total.list_minutes ?><div><dt><?cs var:Lang.Evidence.list ?></dt><dd><?cs
call:duration(Page.Total.list_minutes) ?></dd></div>
<?cs /if ?><?cs if:Page.Total.declared_minutes ?><div><dt><?cs var:Lang.Evidence.declared ?></dt><dd><?cs
call:duration(Page.Total.declared_minutes) ?></dd></div>
<?cs /if ?><?cs if:Page.Total.backfill_minutes ?><div><dt><?cs var:Lang.Evidence.backfill ?></dt><dd><?cs
call:duration(Page.Total.backfill_minutes) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.this_year ?></dt><dd><?cs call:duration(Page.Year.minutes) ?></dd></div>
<div><dt><?cs var:Lang.activity.pending ?></dt><dd><?cs call:duration(Page.Waiting.minutes) ?></dd></div>
<?cs if:Page.Total.brought_minutes ?><div><dt><?cs var:Lang.activity.brought ?></dt><dd><a class="go" href="/platform/transfer/mine"><?cs
call:duration(Page.Total.brought_minutes) ?></a></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Records) ?><h2><?cs var:Lang.activity.each_record ?></h2>
<ul class="list">
<?cs each:r = Page.Records ?><li><a class="shift" href="/activity/hours/<?cs var:r.no ?>"><span class="when"><span><?cs
var:on(r.served_on) ?></span> <b><?cs call:duration(r.minutes) ?></b></span>
<strong><?cs var:r.title ?></strong><small><?cs
var:Lang.Evidence[r.evidence] ?></small><small><?cs var:Lang.activity.Own[r.state] ?></small></a></li>
<?cs /each ?></ul>
<?cs include!"pager.cs" ?><?cs else ?><div class="empty"><p><?cs var:Lang.activity.hours_empty ?></p></div>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
