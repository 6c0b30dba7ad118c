<?cs set:Title = Lang.project.void ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/<?cs var:Page.Project.no ?>"><?cs var:Page.Project.no ?></a> › <?cs var:Lang.project.void ?></p>
<h1><?cs var:Lang.project.void ?></h1>
</div>
<p class="note bad"><?cs var:Lang.project.void_note ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.project.no ?></dt><dd><?cs var:Page.Project.no ?></dd></div>
<div><dt><?cs var:Lang.Layout.state ?></dt><dd><b class="tag <?cs var:Page.Project.state ?>"><?cs
var:Lang.State.project[Page.Project.state] ?></b></dd></div>
<div class="whole"><dt><?cs var:Lang.project.Field.title ?></dt><dd><?cs var:Page.Project.title ?></dd></div>
</dl>
<form class="form" method="post" action="/project/<?cs var:Page.Project.no ?>/void" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.project.void ?></button>
<a class="button" href="/project/<?cs var:Page.Project.no ?>"><?cs var:Lang.Layout.cancel ?></a></p>
</form>
<?cs include!"staff_foot.cs" ?>
