<?cs set:Title = Page.Survey.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"chart.cs" ?><?cs
include!"needs/_stack.cs" ?><?cs
def:press(path, word, class) ?><form method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/<?cs var:path ?>"><?cs
include!"token.cs" ?><button class="button<?cs if:string.length(class) ?> <?cs var:class ?><?cs /if ?>" type="submit"><?cs
var:word ?></button></form>
<?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys"><?cs var:Lang.needs.surveys ?></a> › <?cs var:Page.Survey.no ?></p>
<h1><?cs var:Page.Survey.title ?></h1>
<b class="tag <?cs var:Page.Survey.state ?>"><?cs var:Lang.State.survey[Page.Survey.state] ?></b>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button>
<a class="button" href="/needs/surveys/<?cs var:Page.Survey.code ?>/preview"><?cs var:Lang.needs.preview ?></a>
<a class="button" href="/needs/surveys/new?template=<?cs var:url_escape(Page.Survey.code) ?>"><?cs var:Lang.needs.survey_copy ?></a><?cs
if:Page.Survey.state == "draft" ?>
<a class="button" href="/needs/surveys/<?cs var:Page.Survey.code ?>/edit" data-key="e"><?cs var:Lang.needs.survey_edit ?></a>
<?cs call:press("open", Lang.needs.survey_open, "go") ?><?cs
else ?>
<a class="button" href="/needs/surveys/<?cs var:Page.Survey.code ?>/poster.pdf"><?cs var:Lang.needs.poster ?></a>
<a class="button" href="/needs/surveys/<?cs var:Page.Survey.code ?>/paper.pdf"><?cs var:Lang.needs.paper ?></a><?cs
if:Page.Survey.state == "open" ?>
<a class="button" href="/needs/surveys/<?cs var:Page.Survey.code ?>/entry"><?cs var:Lang.needs.entry ?></a><?cs /if ?><?cs
if:!Page.Survey.later ?>
<?cs call:press("next", Lang.needs.survey_next, "") ?><?cs /if ?><?cs
if:Page.Survey.state == "open" ?>
<?cs call:press("close", Lang.needs.survey_close, "bad") ?><?cs
elif:!Page.Survey.later || Page.Survey.later_state == "draft" ?>
<?cs call:press("reopen", Lang.needs.survey_reopen, "") ?><?cs /if ?><?cs /if ?></div>
</div>
<?cs if:Page.Survey.state == "draft" ?><p class="note"><?cs var:Lang.needs.open_note ?><?cs if:Page.Survey.earlier ?> <?cs
var:Lang.needs.next_note ?><?cs /if ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.needs.answered ?></dt><dd><?cs var:Page.Survey.answered ?></dd></div>
<?cs if:Page.Survey.wanted ?><div><dt><?cs var:Lang.needs.wanted ?></dt><dd><?cs var:Page.Survey.wanted ?></dd></div>
<?cs /if ?><?cs if:Page.Survey.opens_on ?><div><dt><?cs var:Lang.needs.Field.opens_on ?></dt><dd><?cs
var:on(Page.Survey.opens_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Survey.closes_on ?><div><dt><?cs var:Lang.needs.closes_on ?></dt><dd><?cs
var:on(Page.Survey.closes_on) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.needs.version ?></dt><dd><?cs var:Lang.needs.version_of ?> <?cs var:Page.Survey.version ?> <?cs
var:Lang.needs.version_unit ?><?cs if:Page.Survey.earlier ?> <a href="/needs/surveys/<?cs var:Page.Survey.earlier ?>"><?cs
var:Lang.needs.earlier ?></a><?cs /if ?><?cs if:Page.Survey.later ?> <a href="/needs/surveys/<?cs var:Page.Survey.later ?>"><?cs
var:Lang.needs.later ?></a><?cs /if ?></dd></div>
<?cs if:Page.Survey.state != "draft" ?><div class="whole"><dt><?cs var:Lang.needs.address ?></dt><dd><a href="/needs/s/<?cs
var:Page.Survey.code ?>"><?cs var:Page.Address ?></a></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Survey.state == "draft" ?><details class="no-print"><summary><?cs var:Lang.needs.survey_drop ?></summary>
<p><?cs var:Lang.needs.drop_ask ?></p>
<?cs call:press("drop", Lang.needs.survey_drop_go, "bad") ?></details>
<?cs /if ?><?cs if:Page.Survey.state == "open" ?><details class="no-print"<?cs if:subcount(Page.Errors) ?> open<?cs /if ?>><summary><?cs
var:Lang.needs.days ?></summary>
<form class="form" method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/days" novalidate><?cs include!"token.cs" ?>
<?cs call:day("closes_on", "optional") ?><?cs call:number("wanted", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form></details>
<?cs /if ?><h2><?cs var:Lang.needs.results ?></h2>
<?cs if:Page.Survey.answered > #0 ?><p class="acts no-print"><a class="button" href="/needs/surveys/<?cs
var:Page.Survey.code ?>/sheets"><?cs var:Lang.needs.sheet_all ?></a>
<a class="button" href="/needs/surveys/<?cs var:Page.Survey.code ?>/answers.xlsx"><?cs var:Lang.needs.export_answers ?></a></p>
<?cs /if ?><?cs if:subcount(Page.Groups) && Page.Survey.answered > #0 ?><form class="filters no-print" action="/needs/surveys/<?cs
var:Page.Survey.code ?>"><label for="filter-by"><?cs var:Lang.needs.cross_by ?></label>
<select id="filter-by" name="by"><option value=""><?cs var:Lang.needs.cross_none ?></option>
<?cs call:options(Page.Groups, Page.Filter.by) ?></select>
<button class="button" type="submit"><?cs var:Lang.needs.show ?></button></form>
<?cs /if ?><div class="charts">
<?cs each:n = Page.Questions ?><?cs if:n.section ?><h3 class="whole"><?cs var:n.section ?></h3>
<?cs /if ?><section><?cs if:subcount(n.Counts) ?><?cs call:chart(n.Chart) ?><?cs
if:n.points ?><p class="hint"><?cs var:Lang.needs.rank_note ?></p>
<?cs /if ?><?cs if:n.mean ?><p class="hint"><?cs var:Lang.needs.mean ?> <?cs var:n.mean ?></p>
<?cs /if ?><?cs elif:subcount(n.Stack.rows) ?><?cs call:stack(n.Stack) ?><?cs else ?>
<h3><?cs
var:n.place ?>. <?cs var:n.title ?></h3>
<?cs if:subcount(n.Texts) ?><ul>
<?cs each:t = n.Texts ?><li><?cs var:t.text ?></li>
<?cs /each ?></ul>
<?cs elif:subcount(n.Choices) ?><ul>
<?cs each:c = n.Choices ?><li><?cs var:c.name ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="soft"><?cs var:Lang.needs.no_answers ?></p>
<?cs /if ?><?cs /if ?><?cs if:subcount(n.Cross.rows) ?><?cs call:stack(n.Cross) ?><?cs /if ?></section>
<?cs /each ?></div>
<?cs include!"staff_foot.cs" ?>
