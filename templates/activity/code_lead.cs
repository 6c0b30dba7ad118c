<?cs set:Title = Page.Activity.title ?><?cs include!"volunteer_head.cs" ?><?cs include!"activity/_code.cs" ?><?cs
set:Lead = "/activity/manage/" + Page.Activity.no ?>
<a class="back" href="/activity/<?cs var:Page.Activity.no ?>"><?cs var:Page.Activity.title ?></a>
<h1><?cs call:code_name() ?></h1>
<ul class="filters">
<li><a href="<?cs var:url_validate(Lead) ?>/code?dir=in"<?cs if:Page.Code.direction == "in" ?> aria-current="page"<?cs /if ?>><?cs
var:Lang.activity.code_in ?></a></li>
<li><a href="<?cs var:url_validate(Lead) ?>/code?dir=out"<?cs if:Page.Code.direction == "out" ?> aria-current="page"<?cs /if ?>><?cs
var:Lang.activity.code_out ?></a></li>
</ul>
<div class="card"><?cs call:code() ?></div>
<?cs if:Page.Code.self ?><form method="post" action="/activity/<?cs var:url_escape(Page.Activity.no) ?>/self"><?cs
include!"token.cs" ?><input type="hidden" name="direction" value="<?cs var:Page.Code.self ?>"><button class="button" type="submit"><?cs
include!"icon/check.cs" ?><?cs if:Page.Code.self == "in" ?><?cs var:Lang.activity.self_too ?><?cs else ?><?cs
var:Lang.activity.self_gone ?><?cs /if ?></button></form>
<?cs /if ?><dl class="facts card">
<div><dt><?cs var:Lang.activity.expected ?></dt><dd><?cs var:Page.Activity.roster ?> <?cs var:Lang.Layout.persons ?></dd></div>
<div><dt><?cs var:Lang.activity.came_n ?></dt><dd><?cs var:Page.Activity.came ?> <?cs var:Lang.Layout.persons ?></dd></div>
<div><dt><?cs var:Lang.activity.gone_n ?></dt><dd><?cs var:Page.Activity.gone ?> <?cs var:Lang.Layout.persons ?></dd></div>
</dl>
<a class="button second" href="<?cs var:url_validate(Lead) ?>/board"><?cs var:Lang.activity.board ?></a>
<?cs include!"resident_foot.cs" ?>
