<?cs set:Title = Lang.project.change ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/project/<?cs var:Page.Project.no ?>/change" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/project/"><?cs var:Lang.project.projects ?></a> › <a href="/project/<?cs var:Page.Project.no ?>"><?cs
var:Page.Project.no ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Page.Project.title ?></h1>
<b class="tag <?cs var:Page.Project.state ?>"><?cs var:Lang.State.project[Page.Project.state] ?></b>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p class="note"><?cs var:Lang.project.change_note ?></p>
<div class="form">
<?cs call:person("contact_name", "required") ?><?cs call:tel("contact_phone", "required") ?><?cs
set:At.wide = #1 ?><?cs call:textarea("intro", "required", "6") ?><?cs
call:text("sign_up_how", "required") ?><?cs call:day("recruit_to", "required") ?></div>
</form>
<h2><?cs var:Lang.project.change_seats ?></h2>
<p><?cs var:Lang.project.change_seats_note ?> <a class="button" href="/project/<?cs var:Page.Project.no ?>/position"><?cs
var:Lang.project.position_new ?></a></p>
<h2><?cs var:Lang.project.fixed ?></h2>
<dl class="facts">
<?cs each:f = Lang.project.Fixed ?><?cs if:f.name ?><div class="whole"><dt><?cs var:f.name ?></dt><dd><?cs var:f.why ?></dd></div>
<?cs /if ?><?cs /each ?></dl>
<?cs include!"staff_foot.cs" ?>
