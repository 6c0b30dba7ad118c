<?cs set:Title = Lang.activity.objection + " " + Page.Case.no ?><?cs set:Section = "hours" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs set:May = Page.Who.Role.reviewer || Page.Who.Role.manager ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage/objections"><?cs var:Lang.activity.objections ?></a> › <?cs var:Page.Case.no ?></p>
<h1><?cs var:Lang.activity.objection ?> <?cs var:Page.Case.no ?></h1>
<b class="tag objection <?cs var:Page.Case.state ?>"><?cs var:Lang.State.objection[Page.Case.state] ?></b>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.activity.raised_at ?></dt><dd><?cs var:at(Page.Case.raised_at) ?></dd></div>
<div><dt><?cs var:Lang.activity.case_due ?></dt><dd><?cs var:on(Page.Case.due_on) ?></dd></div>
<div class="whole"><dt><?cs var:Lang.activity.object_reason ?></dt><dd><?cs var:Page.Case.reason ?></dd></div>
<div><dt><?cs var:Lang.activity.record_no ?></dt><dd><a href="/activity/record/<?cs var:Page.Case.record_no ?>"><?cs
var:Page.Case.record_no ?></a> <b class="tag <?cs var:Page.Case.record_state ?>"><?cs
var:Lang.State.service_record[Page.Case.record_state] ?></b></dd></div>
<div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Case.name ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.title ?></dt><dd><a href="/activity/manage/<?cs var:Page.Case.activity_no ?>"><?cs
var:Page.Case.title ?></a></dd></div>
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Case.begins + "/" + Page.Case.ends) ?></dd></div>
<div><dt><?cs var:Lang.activity.hours ?></dt><dd><?cs var:Page.Case.hours ?></dd></div>
<div><dt><?cs var:Lang.activity.evidence ?></dt><dd><b class="tag <?cs var:Page.Case.evidence ?>"><?cs
var:Lang.Evidence[Page.Case.evidence] ?></b></dd></div>
<?cs if:Page.Case.other_name ?><div><dt><?cs var:Lang.activity.other_name ?></dt><dd><?cs var:Page.Case.other_name ?></dd></div>
<div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:Page.Case.other_phone ?></dd></div>
<?cs /if ?><?cs if:Page.Case.result ?><div class="whole"><dt><?cs var:Lang.activity.result ?></dt><dd><?cs
var:Page.Case.result ?></dd></div>
<div><dt><?cs var:Lang.activity.handler ?></dt><dd><?cs var:Page.Case.handler ?></dd></div>
<div><dt><?cs var:Lang.activity.closed_at ?></dt><dd><?cs var:at(Page.Case.closed_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:May && (Page.Case.state == "open" || Page.Case.masked) ?><div class="two">
<?cs if:Page.Case.state == "open" ?><section>
<h2><?cs var:Lang.activity.decide ?></h2>
<form class="form" method="post" action="/activity/manage/objections/<?cs var:Page.Case.no ?>/decide" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:radios("verdict", "required", Lang.activity.Verdict) ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("result", "required", "3") ?>
<p class="hint"><?cs var:Lang.activity.decide_note ?></p>
<?cs call:clock("begins", "optional") ?><?cs call:clock("ends", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.decide ?></button></p>
</form>
</section>
<?cs /if ?><?cs if:Page.Case.masked ?><section>
<h2><?cs var:Lang.activity.contact ?></h2>
<form class="form" method="post" action="/activity/manage/objections/<?cs var:Page.Case.no ?>/contact" novalidate><?cs
include!"token.cs" ?>
<p class="hint"><?cs var:Lang.activity.contact_note ?></p>
<?cs set:At.wide = #1 ?><?cs call:text("purpose", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.activity.contact ?></button></p>
</form>
</section>
<?cs /if ?></div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
