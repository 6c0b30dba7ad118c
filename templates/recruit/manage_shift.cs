<?cs set:Title = Lang.recruit.shift_open ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/recruit/manage/<?cs var:Page.Project.no ?>"><?cs var:Page.Project.title ?></a> › <?cs
var:Page.Activity.title ?></p>
<h1><?cs if:Page.Activity.mode ?><?cs var:Lang.recruit.shift_change ?><?cs else ?><?cs var:Lang.recruit.shift_open ?><?cs /if ?></h1>
</div>
<dl class="facts"><div><dt><?cs var:Lang.recruit.activity ?></dt><dd><?cs var:Page.Activity.title ?></dd></div>
<div><dt><?cs var:Lang.recruit.time ?></dt><dd><?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></dd></div>
<div><dt><?cs var:Lang.recruit.place ?></dt><dd><?cs var:Page.Activity.place ?></dd></div>
<?cs if:Page.Activity.taken ?><div><dt><?cs var:Lang.recruit.taken_now ?></dt><dd><?cs var:Page.Activity.taken ?></dd></div>
<?cs /if ?><?cs if:Page.Activity.draw ?><div><dt><?cs var:Lang.recruit.draw ?></dt><dd><a href="/recruit/draw/<?cs
var:Page.Activity.draw ?>"><?cs var:Lang.recruit.draw_how ?></a></dd></div>
<?cs /if ?></dl>
<form class="form" method="post" action="/recruit/manage/<?cs var:Page.Project.no ?>/shift/<?cs
var:Page.Activity.no ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:select("position", "required", Page.Positions) ?><?cs call:number("wanted", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:radios("mode", "required", Lang.recruit.ShiftModeChoice) ?>
<?cs call:time("opens_at", "optional") ?><?cs call:time("closes_at", "optional") ?><?cs call:time("leave_until", "optional") ?>
<?cs if:Page.Activity.in_series && !Page.Activity.mode ?><?cs call:check("series", "") ?><?cs /if ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs if:Page.Activity.mode && Page.Activity.state == "published" ?><p class="acts"><a class="go" href="/recruit/manage/<?cs
var:Page.Project.no ?>/shift/<?cs var:Page.Activity.no ?>/group"><?cs var:Lang.recruit.group ?></a></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
