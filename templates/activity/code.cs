<?cs set:Title = Page.Activity.title ?><?cs include!"staff_head.cs" ?><?cs include!"activity/_code.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <a href="/activity/manage/<?cs
var:Page.Activity.no ?>"><?cs var:Page.Activity.no ?></a> › <?cs call:code_name() ?></p>
<h1><?cs var:Page.Activity.title ?></h1>
<b class="tag info"><?cs call:code_name() ?></b>
<div class="acts"><?cs if:Page.Code.direction == "in" ?><a class="button" href="/activity/manage/<?cs
var:Page.Activity.no ?>/code?dir=out"><?cs var:Lang.activity.code_out ?></a><?cs
else ?><a class="button" href="/activity/manage/<?cs var:Page.Activity.no ?>/code?dir=in"><?cs
var:Lang.activity.code_in ?></a><?cs /if ?></div>
</div>
<?cs call:code() ?>
<dl class="facts">
<div><dt><?cs var:Lang.activity.roster ?></dt><dd><?cs var:Page.Activity.roster ?></dd></div>
<div><dt><?cs var:Lang.activity.came_n ?></dt><dd><?cs var:Page.Activity.came ?></dd></div>
<div><dt><?cs var:Lang.activity.gone_n ?></dt><dd><?cs var:Page.Activity.gone ?></dd></div>
</dl>
<?cs include!"staff_foot.cs" ?>
