<?cs set:Title = Page.Project.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"project/facts.cs" ?><?cs
def:act(word, class) ?><form method="post" action="/project/<?cs var:Page.Project.no ?>/<?cs var:word ?>"><?cs
include!"token.cs" ?><button class="button<?cs if:string.length(class) ?> <?cs var:class ?><?cs /if ?>" type="submit"><?cs
var:Lang.project[word] ?></button></form>
<?cs /def ?><?cs
def:rules(ok, word, tone) ?><ul class="rows">
<?cs each:c = Page.Checks ?><?cs if:c.ok == ok ?><li><b class="tag <?cs var:tone ?>"><?cs var:word ?></b><span><?cs
var:Lang.project.Message[c.name] ?></span></li>
<?cs /if ?><?cs /each ?></ul>
<?cs /def ?><?cs
def:step(done, text, by, when) ?><li<?cs if:done ?> class="done"<?cs /if ?>><?cs var:text ?><?cs
if:string.length(by) ?> <?cs var:by ?><?cs /if ?><?cs if:string.length(when) ?> <?cs var:short(when) ?><?cs /if ?></li>
<?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/project/"><?cs var:Lang.project.projects ?></a> › <?cs var:Page.Project.no ?></p>
<h1><?cs var:Page.Project.title ?></h1>
<b class="tag <?cs var:Page.Project.state ?>"><?cs var:Lang.State.project[Page.Project.state] ?></b>
<?cs if:Page.Project.regular == #1 ?><b class="tag info"><?cs var:Lang.project.regular ?></b>
<?cs /if ?><div class="acts"><?cs if:Page.Can.change ?><a class="button" href="/project/<?cs var:Page.Project.no ?>/change"><?cs
var:Lang.project.change ?></a><?cs /if ?><?cs
call:act("copy", "") ?><?cs if:Page.Can.edit ?><a class="button" href="/project/<?cs var:Page.Project.no ?>/edit" data-key="e"><?cs
var:Lang.project.edit ?></a><?cs /if ?><a class="button" href="/project/<?cs var:Page.Project.no ?>/print"><?cs
var:Lang.project.print ?></a><?cs
if:Page.Project.state == "recruiting" || Page.Project.state == "running" ?><a class="button" href="/recruit/review?project=<?cs
var:url_escape(Page.Project.no) ?>"><?cs var:Lang.project.to_review ?></a><a class="button" href="/recruit/<?cs
var:Page.Project.no ?>"><?cs var:Lang.project.to_notice ?></a><?cs /if ?><?cs
if:Page.Can.recall ?><?cs call:act("recall", "") ?><?cs /if ?><?cs
if:Page.Can.void ?><a class="button bad" href="/project/<?cs var:Page.Project.no ?>/void"><?cs var:Lang.project.void ?>…</a><?cs
/if ?><?cs
if:Page.Can.approve ?><?cs call:act("approve", "go") ?><?cs /if ?><?cs
if:Page.Can.publish ?><?cs call:act("publish", "go") ?><?cs /if ?><?cs
if:Page.Can.start ?><?cs call:act("start", "go") ?><?cs /if ?><?cs
if:Page.Can.close ?><a class="button bad" href="/project/<?cs var:Page.Project.no ?>/close"><?cs
var:Lang.project.close ?>…</a><?cs /if ?></div>
</div>
<?cs if:Page.OwnPlan ?><p class="note"><?cs var:Lang.project.own_plan ?></p>
<?cs /if ?><ol class="steps">
<?cs call:step("1", Lang.project.author, Page.Project.author, "") ?><?cs
call:step(Page.Project.submitted_at, Lang.project.step_submitted, Page.Project.screened_by, Page.Project.submitted_at) ?><?cs
call:step(Page.Project.approved_at, Lang.project.step_approved, Page.Project.approver, Page.Project.approved_at) ?><?cs
call:step(Page.Project.published_at, Lang.project.step_published, "", Page.Project.published_at) ?><?cs
call:step(Page.Project.closed_at, Lang.project.step_closed, "", Page.Project.closed_at) ?></ol>
<?cs if:Page.Project.return_reason ?><p class="note bad"><?cs var:Lang.project.return_reason ?> <?cs var:Page.Project.return_reason ?></p>
<?cs /if ?><?cs if:Page.Project.report ?><h2><?cs var:Lang.project.Field.report ?></h2>
<dl class="facts"><div class="whole"><dt><?cs var:Lang.project.closed_at ?></dt><dd><?cs var:Page.Project.report ?></dd></div></dl>
<?cs /if ?><?cs if:subcount(Page.Checks) ?><h2><?cs var:Lang.project.checks ?></h2>
<?cs if:Page.RulesOpen > #0 ?><?cs call:rules(#0, Lang.project.rule_open, "wait") ?><?cs
else ?><p><?cs var:Lang.project.rules_all ?></p>
<?cs /if ?><?cs if:Page.RulesKept > #0 ?><details><summary><?cs var:Lang.project.rules_kept ?><?cs var:Page.RulesKept ?></summary>
<?cs call:rules(#1, Lang.project.rule_ok, "good") ?></details>
<?cs /if ?><?cs /if ?><h2><?cs var:Lang.project.part_plan ?></h2>
<?cs call:plan_facts(Page.Project) ?><?cs if:Page.Can.arrange || subcount(Page.Activities) ?><h2><?cs var:Lang.project.activities ?></h2>
<?cs if:subcount(Page.Activities) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.project.activities ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.project.activity_day ?></th><th scope="col"><?cs var:Lang.project.activity_when ?></th>
<th scope="col"><?cs var:Lang.project.activity ?></th><th scope="col"><?cs
var:Lang.project.Field.place ?></th><th class="num" scope="col"><?cs
var:Lang.project.activity_people ?></th>
<th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:a = Page.Activities ?><tr><td><?cs var:on(a.starts_at) ?></td><td><?cs var:hour(a.starts_at) ?>–<?cs
var:till(a.ends_at) ?></td><td class="w"><a href="/activity/manage/<?cs
var:a.no ?>"><?cs var:a.title ?></a></td><td><?cs var:a.place ?></td><td class="num"><?cs var:a.roster ?><?cs
if:a.planned ?> / <?cs var:a.planned ?><?cs /if ?></td><td><b class="tag <?cs var:a.state ?>"><?cs
var:Lang.State.activity[a.state] ?></b><?cs
if:a.series ?> <a href="/activity/manage/series/<?cs var:a.series ?>"><?cs var:Lang.project.series ?></a><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.project.activities_none ?></p>
<?cs /if ?><?cs if:Page.Can.arrange ?><p><a class="button" href="/activity/manage/new?project=<?cs
var:url_escape(Page.Project.no) ?>"><?cs var:Lang.project.arrange ?></a> <a class="button" href="/activity/manage/series/new?project=<?cs
var:url_escape(Page.Project.no) ?>"><?cs var:Lang.project.arrange_series ?></a></p>
<?cs /if ?><?cs /if ?><h2><?cs var:Lang.project.part_needs ?></h2>
<?cs if:subcount(Page.Cover) ?><p><?cs var:Lang.project.cover_done ?> <b class="n"><?cs var:Page.Cover.done ?></b> <?cs
var:Lang.project.cover_served ?> <b class="n"><?cs var:Page.Cover.served ?></b> <?cs
var:Lang.project.cover_none ?> <b class="n"><?cs var:Page.Cover.none ?></b></p>
<?cs /if ?><?cs set:Back = "" ?><?cs if:Page.Can.release ?><?cs
set:Back = Page.Project.no ?><?cs /if ?><?cs call:plan_needs(Page.Needs, Back) ?><?cs
if:Page.Can.edit || Page.Can.change ?><p><a class="button" href="/project/<?cs
var:Page.Project.no ?>/needs"><?cs var:Lang.project.pick_go ?></a></p>
<?cs /if ?><h2><?cs var:Lang.project.positions ?></h2>
<?cs if:Page.Project.state == "approved" || Page.Project.state == "recruiting" || Page.Project.state == "running" ?>
<p><a href="/recruit/manage/<?cs var:Page.Project.no ?>"><?cs var:Lang.project.sign_up_ways ?></a></p>
<?cs /if ?><?cs set:Tools = "" ?><?cs if:Page.Can.edit ?><?cs set:Tools = "all" ?><?cs
elif:Page.Can.change ?><?cs set:Tools = "change" ?><?cs /if ?><?cs
call:plan_positions(Page.Positions, Page.Project.no, Tools) ?><?cs
if:Page.Can.edit ?><p><a class="button" href="/project/<?cs var:Page.Project.no ?>/position" data-key="n"><?cs
var:Lang.project.position_new ?></a></p>
<?cs /if ?><?cs if:Page.Can.change ?><p><a class="button" href="/project/<?cs var:Page.Project.no ?>/position"><?cs
var:Lang.project.position_new ?></a></p>
<?cs /if ?><?cs if:Page.Can.submit ?><h2><?cs var:Lang.project.screening ?></h2>
<p><?cs var:Lang.project.screening_about ?></p>
<ol>
<?cs each:s = Lang.project.Screening ?><li><?cs var:s ?></li>
<?cs /each ?></ol>
<form class="form" method="post" action="/project/<?cs var:Page.Project.no ?>/submit" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:check("none", "") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.project.submit ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.return ?><h2><?cs var:Lang.project.return ?></h2>
<form class="form" method="post" action="/project/<?cs var:Page.Project.no ?>/return" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.project.return ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.extend ?><h2><?cs var:Lang.project.extend ?></h2>
<form class="form" method="post" action="/project/<?cs var:Page.Project.no ?>/extend" novalidate><?cs include!"token.cs" ?>
<?cs call:day("until", "required") ?><p class="acts"><button class="button" type="submit"><?cs var:Lang.project.extend ?></button></p>
</form>
<?cs /if ?><?cs include!"notes_of.cs" ?><?cs include!"staff_foot.cs" ?>
