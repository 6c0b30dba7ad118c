<?cs set:Title = Page.Record.title ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"duration.cs" ?><?cs
set:St = Page.Record.state ?>
<a class="back" href="/activity/hours"><?cs var:Lang.activity.my_hours ?></a>
<h1><?cs var:Page.Record.title ?></h1>
<p><b class="tag <?cs var:St ?>"><?cs var:Lang.activity.Own[St] ?></b></p>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Record.begins + "/" + Page.Record.ends) ?></dd></div>
<div><dt><?cs var:Lang.activity.length ?></dt><dd><b><?cs call:duration(Page.Record.minutes) ?></b></dd></div>
<div><dt><?cs var:Lang.activity.evidence ?></dt><dd><?cs var:Lang.Evidence[Page.Record.evidence] ?></dd></div>
<div><dt><?cs var:Lang.activity.where ?></dt><dd><?cs var:Page.Record.place ?></dd></div>
<div><dt><?cs var:Lang.activity.do ?></dt><dd><?cs var:Page.Record.content ?></dd></div>
<div><dt><?cs var:Lang.activity.organiser ?></dt><dd><?cs var:Page.Record.organiser ?></dd></div>
<div><dt><?cs var:Lang.activity.leads ?></dt><dd><?cs var:Page.Record.leader_name ?></dd></div>
<?cs if:Page.Record.notice_until ?><div><dt><?cs var:Lang.activity.notice_until ?></dt><dd><?cs
var:on(Page.Record.notice_until) ?></dd></div>
<?cs /if ?><?cs if:Page.Record.effective_at ?><div><dt><?cs var:Lang.activity.effective_at ?></dt><dd><?cs
var:at(Page.Record.effective_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Record.end_reason ?><div><dt><?cs var:Lang.activity.end_reason ?></dt><dd><?cs
var:Page.Record.end_reason ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.record_no ?></dt><dd><?cs var:Page.Record.no ?></dd></div>
</dl>
<?cs if:subcount(Page.History) ?><h2><?cs var:Lang.activity.history ?></h2>
<ol class="line">
<?cs each:h = Page.History ?><li class="done"><b><?cs var:Lang.activity.Verb[h.verb] ?></b> <?cs var:at(h.at) ?></li>
<?cs /each ?><?cs each:s = Page.Sealed ?><li class="done"><b><?cs var:Lang.activity.ledger ?></b> <?cs var:at(s.at) ?><?cs
if:s.seq ?> <span class="nb"><?cs var:Lang.activity.ledger_place ?> <?cs var:s.seq ?></span><?cs /if ?></li>
<?cs /each ?></ol>
<?cs /if ?><?cs if:subcount(Page.Cases) ?><h2><?cs var:Lang.activity.objections ?></h2>
<?cs each:c = Page.Cases ?><section class="card">
<p><b class="tag objection <?cs var:c.state ?>"><?cs var:Lang.State.objection[c.state] ?></b> <?cs var:c.no ?></p>
<p><?cs var:c.reason ?></p>
<?cs if:c.result ?><p><b><?cs var:Lang.activity.result ?></b><br><?cs var:c.result ?></p>
<?cs else ?><p class="soft"><?cs var:Lang.activity.case_due ?> <?cs var:on(c.due_on) ?></p>
<?cs /if ?></section>
<?cs /each ?><?cs /if ?><?cs if:Page.OfMe.rated_on ?><h2><?cs var:Lang.activity.of_me ?></h2>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.Field.score_a ?></dt><dd><?cs var:Lang.activity.Score[Page.OfMe.score_a] ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.score_b ?></dt><dd><?cs var:Lang.activity.Score[Page.OfMe.score_b] ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.score_c ?></dt><dd><?cs var:Lang.activity.Score[Page.OfMe.score_c] ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.words ?></dt><dd><?cs var:Page.OfMe.words ?></dd></div>
<div><dt><?cs var:Lang.activity.rated_on ?></dt><dd><?cs var:on(Page.OfMe.rated_on) ?></dd></div>
</dl>
<?cs /if ?><?cs if:St == "notice" || St == "effective" || St == "disputed" ?><h2><?cs var:Lang.activity.of_station ?></h2>
<?cs if:Page.OfStation.rated_on ?><dl class="facts card">
<div><dt><?cs var:Lang.activity.Of_station.score_a ?></dt><dd><?cs var:Lang.activity.Score[Page.OfStation.score_a] ?></dd></div>
<div><dt><?cs var:Lang.activity.Of_station.score_b ?></dt><dd><?cs var:Lang.activity.Score[Page.OfStation.score_b] ?></dd></div>
<div><dt><?cs var:Lang.activity.Of_station.score_c ?></dt><dd><?cs var:Lang.activity.Score[Page.OfStation.score_c] ?></dd></div>
<?cs if:Page.OfStation.words ?><div><dt><?cs var:Lang.activity.Field.words ?></dt><dd><?cs var:Page.OfStation.words ?></dd></div>
<?cs /if ?></dl>
<?cs else ?><p><?cs var:Lang.activity.of_station_note ?></p>
<form method="post" action="/activity/hours/<?cs var:Page.Record.no ?>/rate" novalidate><?cs include!"token.cs" ?>
<?cs call:select_as("score_a", "required", Lang.activity.Score, Lang.activity.Of_station.score_a, "") ?><?cs
call:select_as("score_b", "required", Lang.activity.Score, Lang.activity.Of_station.score_b, "") ?><?cs
call:select_as("score_c", "required", Lang.activity.Score, Lang.activity.Of_station.score_c, "") ?><?cs
call:textarea("words", "optional", "3") ?>
<button class="button" type="submit"><?cs var:Lang.activity.rate_station ?></button>
</form>
<?cs /if ?><?cs /if ?><?cs if:St == "to_review" || St == "notice" || St == "effective" ?><a class="button quiet" href="/activity/record/<?cs
var:Page.Record.no ?>/object"><?cs var:Lang.activity.object ?></a>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
