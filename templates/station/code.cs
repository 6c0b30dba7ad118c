<?cs set:Title = Lang.station.code_title ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/staff"><?cs var:Lang.station.staff ?></a> › <a href="/station/staff/<?cs
var:Page.Code.ref ?>"><?cs var:Page.Code.name ?></a></p>
<h1><?cs var:Lang.station.code_title ?></h1>
<p class="acts"><a class="button go" href="/station/staff/<?cs var:Page.Code.ref ?>"><?cs var:Lang.station.code_told ?></a></p>
</div>
<?cs if:Page.Code.kind == "first" ?><p class="note good"><?cs var:Lang.station.Done.staff_added ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Code.name ?></dd></div>
<div><dt><?cs var:Lang.Field.login ?></dt><dd><?cs var:Page.Code.login ?></dd></div>
<div><dt><?cs var:Lang.station.one_time_code ?></dt><dd class="code"><?cs var:Page.Code.code ?></dd></div>
<div><dt><?cs var:Lang.station.code_valid ?></dt><dd><?cs var:Page.Code.hours ?> <?cs var:Lang.station.hours ?></dd></div>
</dl>
<p><?cs if:Page.Code.kind == "second" ?><?cs var:Lang.station.code_second_about ?><?cs else ?><?cs
var:Lang.station.code_about ?><?cs /if ?></p>
<?cs include!"staff_foot.cs" ?>
