<?cs set:Title = Page.Survey.title ?><?cs include!"staff_head.cs" ?><?cs include!"chart.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys"><?cs var:Lang.needs.surveys ?></a> › <?cs var:Page.Survey.no ?></p>
<h1><?cs var:Page.Survey.title ?></h1>
<b class="tag <?cs var:Page.Survey.state ?>"><?cs var:Lang.State.survey[Page.Survey.state] ?></b>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button><?cs
if:Page.Survey.state == "draft" ?>
<form method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/open"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.needs.survey_open ?></button></form><?cs
elif:Page.Survey.state == "open" ?>
<form method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/close"><?cs include!"token.cs" ?>
<button class="button bad" type="submit"><?cs var:Lang.needs.survey_close ?></button></form><?cs /if ?></div>
</div>
<?cs if:Page.Survey.state == "draft" ?><p class="note"><?cs var:Lang.needs.open_note ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.needs.answered ?></dt><dd><?cs var:Page.Survey.answered ?></dd></div>
<?cs if:Page.Survey.wanted ?><div><dt><?cs var:Lang.needs.wanted ?></dt><dd><?cs var:Page.Survey.wanted ?></dd></div>
<?cs /if ?><?cs if:Page.Survey.closes_on ?><div><dt><?cs var:Lang.needs.closes_on ?></dt><dd><?cs
var:on(Page.Survey.closes_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Survey.state != "draft" ?><div class="whole"><dt><?cs var:Lang.needs.address ?></dt><dd><a href="/needs/s/<?cs
var:Page.Survey.code ?>"><?cs var:Page.Address ?></a></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.needs.results ?></h2>
<div class="charts">
<?cs each:n = Page.Questions ?><?cs if:subcount(n.Counts) ?><?cs call:chart(n.Chart) ?><?cs else ?><section>
<h3><?cs
var:n.place ?>. <?cs var:n.title ?></h3>
<?cs if:subcount(n.Texts) ?><ul>
<?cs each:t = n.Texts ?><li><?cs var:t.text ?></li>
<?cs /each ?></ul>
<?cs elif:subcount(n.Choices) ?><ul>
<?cs each:c = n.Choices ?><li><?cs var:c.name ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="soft"><?cs var:Lang.needs.no_answers ?></p>
<?cs /if ?></section>
<?cs /if ?><?cs /each ?></div>
<?cs include!"staff_foot.cs" ?>
