<?cs set:Title = Lang.activity.absence ?><?cs set:Section = "hours" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/activity/manage/absences/" + Page.Absence.uid ?><?cs set:St = Page.Absence.state ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage/absences"><?cs var:Lang.activity.absences ?></a></p>
<h1><?cs var:Page.Absence.name ?></h1>
<b class="tag no_show <?cs var:St ?>"><?cs var:Lang.State.no_show[St] ?></b>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.activity.Field.volunteer_no ?></dt><dd><?cs var:Page.Absence.volunteer_no ?></dd></div>
<div><dt><?cs var:Lang.activity.absent_times ?></dt><dd><?cs var:Page.Absence.no_shows ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.title ?></dt><dd><a href="/activity/manage/<?cs var:Page.Activity.no ?>"><?cs
var:Page.Activity.title ?></a></dd></div>
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></dd></div>
<div><dt><?cs var:Lang.activity.absent_found ?></dt><dd><?cs var:at(Page.Absence.found_at) ?> <?cs
if:Page.Absence.found_by ?><?cs var:Page.Absence.found_by ?><?cs else ?><?cs var:Lang.activity.absent_clock ?><?cs /if ?></dd></div>
<?cs if:Page.Absence.explanation ?><div class="whole"><dt><?cs var:Lang.activity.absent_said ?></dt><dd><?cs
var:Page.Absence.explanation ?> <?cs var:at(Page.Absence.explained_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Absence.decided_by ?><div class="whole"><dt><?cs var:Lang.activity.absent_answer ?></dt><dd><?cs
var:Page.Absence.decided_by ?> <?cs var:at(Page.Absence.decided_at) ?> <?cs var:Page.Absence.answer ?></dd></div>
<?cs /if ?></dl>
<?cs if:St == "open" || St == "explained" ?><h2><?cs var:Lang.activity.absent_decide ?></h2>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/decide" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:radios_as("verdict", "required", Lang.activity.AbsentVerdict, Lang.activity.absent_verdict, "") ?><?cs
set:At.wide = #1 ?><?cs call:text_as("answer", "optional", Lang.activity.absent_answer, Lang.activity.absent_answer_hint) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
