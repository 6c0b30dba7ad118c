<?cs set:Title = Lang.feedback.letter + " " + Page.Case.no ?><?cs set:Section = "publicity" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><?cs if:Page.Desk.above ?><a href="/station/feedback/region"><?cs var:Lang.feedback.region ?></a><?cs
else ?><a href="/station/feedback/desk"><?cs var:Lang.feedback.desk ?></a><?cs /if ?> › <?cs var:Page.Case.no ?></p>
<h1><?cs var:Lang.State.complaint_nature[Page.Case.nature] ?> <?cs var:Page.Case.no ?></h1>
<b class="tag complaint <?cs var:Page.Case.state ?>"><?cs var:Lang.State.complaint[Page.Case.state] ?></b><?cs
if:Page.Case.late ?> <b class="tag overdue"><?cs var:Lang.feedback.overdue ?></b><?cs /if ?>
</div>
<?cs if:Page.Case.bar ?><p class="note wait"><?cs var:Lang.station.Message["letter_" + Page.Case.bar] ?></p>
<?cs /if ?><dl class="facts">
<?cs if:Page.Desk.above ?><div><dt><?cs var:Lang.station.station ?></dt><dd><a href="/station/places/<?cs
var:Page.Desk.station_no ?>"><?cs var:Page.Desk.station ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.station.Letters.kind ?></dt><dd><?cs var:Lang.State.complaint_kind[Page.Case.kind] ?></dd></div>
<div><dt><?cs var:Lang.station.Letters.day ?></dt><dd><?cs var:at(Page.Case.raised_at) ?></dd></div>
<div><dt><?cs var:Lang.station.Letters.due_on ?></dt><dd><?cs var:on(Page.Case.due_on) ?></dd></div>
<?cs if:Page.Case.phone ?><div><dt><?cs var:Lang.feedback.masked ?></dt><dd><?cs var:Page.Case.phone ?></dd></div>
<?cs /if ?><?cs if:string.length(Page.Case.about) ?><div class="whole"><dt><?cs var:Lang.feedback.about_label ?></dt><dd><?cs
var:Page.Case.about ?></dd></div>
<?cs /if ?><?cs if:string.length(Page.Case.content) ?><div class="whole"><dt><?cs var:Lang.feedback.content ?></dt><dd
class="text"><?cs var:Page.Case.content ?></dd></div>
<?cs /if ?><?cs if:string.length(Page.Case.first_result) ?><div class="whole"><dt><?cs var:Lang.feedback.answer_first ?></dt><dd
class="text"><?cs var:Page.Case.first_result ?></dd></div>
<?cs /if ?><?cs if:string.length(Page.Case.reopened_why) ?><div class="whole"><dt><?cs var:Lang.feedback.again_was ?></dt><dd
class="text"><?cs var:Page.Case.reopened_why ?></dd></div>
<?cs /if ?><?cs if:string.length(Page.Case.result) ?><div class="whole"><dt><?cs var:Lang.feedback.answer ?></dt><dd
class="text"><?cs var:Page.Case.result ?></dd></div>
<div><dt><?cs var:Lang.feedback.handler ?></dt><dd><?cs var:Page.Desk.handler ?> <?cs var:at(Page.Case.closed_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Can.look ?><form class="form" method="post" action="/station/feedback/desk/<?cs
var:Page.Case.no ?>/contact" novalidate><?cs include!"token.cs" ?>
<?cs call:text("purpose", "required") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.feedback.look ?></button></p></form>
<?cs /if ?><?cs if:Page.Can.answer ?><h2><?cs var:Lang.feedback.do ?></h2>
<form class="form" method="post" action="/station/feedback/desk/<?cs var:Page.Case.no ?>/answer" novalidate><?cs include!"token.cs" ?>
<?cs if:Page.Case.nature == "complaint" ?><?cs set:At.wide = #1 ?><?cs
call:radios_as("verdict", "required", Lang.feedback.Verdict, Lang.feedback.verdict, "") ?><?cs /if ?><?cs set:At.wide = #1 ?><?cs
call:textarea("result", "required", "4") ?><p class="acts"><button class="button go" type="submit"><?cs
var:Lang.feedback.do ?></button></p></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
