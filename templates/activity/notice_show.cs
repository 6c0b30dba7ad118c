<?cs set:Title = Page.Activity.title ?><?cs include!"public_head.cs" ?><?cs include!"duration.cs" ?><?cs
def:hours_of(r) ?><span><b><?cs var:r.name ?></b><small><?cs var:hour(r.begins) ?>–<?cs var:till(r.ends) ?> <?cs
	var:Lang.Evidence[r.evidence] ?></small><small><?cs var:Lang.activity.Own[r.state] ?></small></span><span class="value"><?cs
	call:duration(r.minutes) ?></span><?cs /def ?>
<div class="board">
<a class="back" href="/activity/notice"><?cs var:Lang.activity.notice ?></a>
<p class="print-only board-head"><b><?cs var:Page.Activity.station ?></b><b><?cs var:Lang.activity.notice ?></b></p>
<h1><?cs var:Page.Activity.title ?></h1>
<p class="acts js-only"><button class="button quiet" type="button" data-print><?cs var:Lang.activity.notice_print ?></button></p>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.day ?></dt><dd><?cs var:on(Page.Activity.day) ?></dd></div>
<div><dt><?cs var:Lang.activity.where ?></dt><dd><?cs var:Page.Activity.place ?></dd></div>
<div><dt><?cs var:Lang.activity.did ?></dt><dd><?cs var:Page.Activity.content ?></dd></div>
<div><dt><?cs var:Lang.activity.station ?></dt><dd><?cs var:Page.Activity.station ?></dd></div>
<?cs if:Page.Activity.notice_from ?><div><dt><?cs var:Lang.activity.from ?></dt><dd><?cs
var:on(Page.Activity.notice_from) ?></dd></div>
<?cs /if ?><?cs if:Page.Activity.notice_until ?><div><dt><?cs var:Lang.activity.until ?></dt><dd><?cs
var:on(Page.Activity.notice_until) ?></dd></div>
<?cs /if ?></dl>
<p class="note"><?cs var:Lang.activity.notice_object ?></p>
<?cs if:Page.Activity.phone ?><p class="print-only"><?cs var:Lang.activity.objects_to ?> <b><?cs var:Page.Activity.phone ?></b></p>
<?cs /if ?><?cs if:subcount(Page.Records) ?><h2><?cs var:Lang.activity.records ?></h2>
<ul class="list">
<?cs each:r = Page.Records ?><li><?cs if:r.state == "notice" ?><a class="row" href="/activity/notice/record/<?cs var:r.no ?>"><?cs
call:hours_of(r) ?></a><?cs else ?><div class="row"><?cs call:hours_of(r) ?></div><?cs /if ?></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.activity.notice_empty ?></p></div>
<?cs /if ?></div>
<?cs include!"public_foot.cs" ?>
