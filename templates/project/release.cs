<?cs set:Title = Lang.project.release ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/"><?cs var:Lang.project.projects ?></a> › <a href="/project/<?cs var:Page.Project.no ?>"><?cs
var:Page.Project.no ?></a> › <?cs var:Lang.project.release ?></p>
<h1><?cs var:Page.Project.title ?></h1>
</div>
<p class="note"><?cs var:Lang.project.release_about ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.project.need_no ?></dt><dd><a href="/needs/ledger/<?cs var:Page.Need.no ?>"><?cs var:Page.Need.no ?></a></dd></div>
<div><dt><?cs var:Lang.project.Field.categories ?></dt><dd><?cs var:Page.Need.category ?></dd></div>
<div><dt><?cs var:Lang.needs.served_on ?></dt><dd><?cs if:Page.Need.served_on ?><?cs var:on(Page.Need.served_on) ?><?cs
else ?><?cs var:Lang.needs.served_never ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.Layout.state ?></dt><dd><b class="tag <?cs var:Page.Need.state ?>"><?cs
var:Lang.State.need[Page.Need.state] ?></b></dd></div>
<div class="whole"><dt><?cs var:Lang.project.need_about ?></dt><dd><?cs var:Page.Need.description ?></dd></div>
</dl>
<form class="form" method="post" action="/project/<?cs var:Page.Project.no ?>/needs/<?cs var:Page.Need.no ?>" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.project.release ?></button>
<a class="button" href="/project/<?cs var:Page.Project.no ?>"><?cs var:Lang.Layout.cancel ?></a></p>
</form>
<?cs include!"staff_foot.cs" ?>
