<?cs set:Title = Page.Platform.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:press(path, word, class) ?><form method="post" action="/platform/destinations/<?cs var:Page.Platform.code ?>/<?cs var:path ?>"><?cs
include!"token.cs" ?><button class="button<?cs if:string.length(class) ?> <?cs var:class ?><?cs /if ?>" type="submit"><?cs
var:word ?></button></form>
<?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/platform/destinations"><?cs var:Lang.platform.Dest.title ?></a> › <?cs var:Page.Platform.name ?></p>
<h1><?cs var:Page.Platform.name ?></h1>
<b class="tag <?cs var:Page.Platform.state ?>"><?cs var:Lang.State.destination[Page.Platform.state] ?></b>
<div class="acts"><?cs if:Page.Platform.mine == #1 ?><?cs if:Page.Platform.file != #1 ?><?cs
call:press("try", Lang.platform.Dest.try, "") ?><?cs /if ?><?cs if:Page.Platform.state == "off" ?><?cs
call:press("on", Lang.platform.Dest.on, "go") ?><?cs else ?><?cs call:press("off", Lang.platform.Dest.off, "bad") ?><?cs /if ?><?cs
/if ?></div>
</div>
<?cs if:Page.Platform.mine != #1 ?><p class="note"><?cs var:Lang.platform.Dest.not_mine ?></p>
<?cs /if ?><?cs if:Page.Platform.stop_reason ?><p class="note bad"><?cs var:Lang.platform.stopped ?><?cs
var:Page.Platform.stop_reason ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.platform.Field.short_name ?></dt><dd><?cs var:Page.Platform.code ?></dd></div>
<div><dt><?cs var:Lang.platform.Field.profile ?></dt><dd><?cs var:Page.Platform.profile ?></dd></div>
<div><dt><?cs var:Lang.platform.Dest.region ?></dt><dd><?cs if:Page.Platform.region ?><?cs var:Page.Platform.region ?><?cs else ?><?cs
var:Lang.platform.Dest.all ?><?cs /if ?></dd></div>
<?cs if:Page.Platform.base_url ?><div><dt><?cs var:Lang.platform.Field.base_url ?></dt><dd><?cs var:Page.Platform.base_url ?></dd></div>
<?cs /if ?><?cs if:Page.Platform.app_id ?><div><dt><?cs var:Lang.platform.Field.app_id ?></dt><dd><?cs
var:Page.Platform.app_id ?></dd></div>
<?cs /if ?><?cs if:Page.Platform.file != #1 ?><div><dt><?cs var:Lang.platform.Field.password ?></dt><dd><?cs
if:Page.Platform.has_key == #1 ?><?cs var:Lang.platform.Dest.key_here ?><?cs else ?><?cs var:Lang.platform.Dest.key_file ?><?cs
/if ?></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Tries) ?><h2><?cs var:Lang.platform.Dest.tries ?></h2>
<p><?cs var:Lang.platform.Dest.masked ?></p>
<?cs each:t = Page.Tries ?><h3><?cs var:at(t.asked_at) ?> <?cs var:t.asked_by ?> <b class="tag <?cs var:t.state ?>"><?cs
var:Lang.State.destination_try[t.state] ?></b></h3>
<?cs if:t.state == "asked" || t.state == "running" ?><p><a class="button" href="/platform/destinations/<?cs
var:Page.Platform.code ?>"><?cs var:Lang.platform.Dest.again ?></a></p>
<?cs /if ?><dl class="facts">
<?cs if:t.class ?><div><dt><?cs var:Lang.platform.class ?></dt><dd><?cs var:Lang.platform.Class[t.class] ?></dd></div>
<?cs /if ?><?cs if:t.receipt ?><div><dt><?cs var:Lang.platform.receipt ?></dt><dd><?cs var:t.receipt ?></dd></div>
<?cs /if ?><?cs if:t.reason ?><div><dt><?cs var:Lang.platform.reason ?></dt><dd><?cs var:t.reason ?></dd></div>
<?cs /if ?><?cs if:t.http_status ?><div><dt><?cs var:Lang.platform.http_status ?></dt><dd><?cs var:t.http_status ?></dd></div>
<div><dt><?cs var:Lang.platform.ms ?></dt><dd><?cs var:t.ms ?></dd></div>
<?cs /if ?><?cs if:t.fault ?><div class="whole"><dt><?cs var:Lang.platform.Dest.fault ?></dt><dd><?cs var:t.fault ?></dd></div>
<?cs /if ?><?cs if:t.request ?><div class="whole"><dt><?cs var:Lang.platform.Dest.request ?></dt><dd class="prose"><?cs
var:t.request ?></dd></div>
<?cs /if ?><?cs if:t.answer ?><div class="whole"><dt><?cs var:Lang.platform.Dest.answer ?></dt><dd class="prose"><?cs
var:t.answer ?></dd></div>
<?cs /if ?></dl>
<?cs /each ?><?cs /if ?><?cs if:Page.Platform.mine == #1 && Page.Platform.file != #1 ?><h2><?cs var:Lang.platform.Dest.site ?></h2>
<form class="form" method="post" action="/platform/destinations/<?cs var:Page.Platform.code ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:text("base_url", "required") ?><?cs call:text("app_id", "required") ?><?cs call:password_new("password", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
