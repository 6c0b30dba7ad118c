<?cs set:Title = Page.Series.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/activity/manage/series/" + Page.Series.uid ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <?cs var:Lang.activity.series ?></p>
<h1><?cs var:Page.Series.title ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.activity.Field.every ?></dt><dd><?cs var:Lang.State.series_every[Page.Series.every] ?></dd></div>
<div><dt><?cs var:Lang.activity.series_span ?></dt><dd><?cs var:span(Page.Series.first_on + "/" + Page.Series.until_on) ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.on_holiday ?></dt><dd><?cs var:Lang.State.series_on_holiday[Page.Series.on_holiday] ?></dd></div>
<?cs if:Page.Series.every == "month" || Page.Series.every == "nth" ?><div><dt><?cs
var:Lang.activity.Field.short_month ?></dt><dd><?cs
var:Lang.State.series_short_month[Page.Series.short_month] ?></dd></div>
<?cs /if ?><?cs if:Page.Series.project_no ?><div><dt><?cs var:Lang.activity.Field.project ?></dt><dd><a href="/project/<?cs
var:Page.Series.project_no ?>"><?cs var:Page.Series.project_title ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.activity.made_by ?></dt><dd><?cs var:Page.Series.made_by ?> <?cs
var:at(Page.Series.made_at) ?></dd></div></dl>
<?cs if:Page.Drafts ?><h2><?cs var:Lang.activity.series_publish ?></h2>
<p class="note"><?cs var:Lang.activity.screening ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/publish" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:check("screened", Lang.activity.screened) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.series_publish ?> <?cs var:Page.Drafts ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.activity.series_activities ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.series_activities ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.no ?></th><th scope="col"><?cs var:Lang.activity.day ?></th><th scope="col"><?cs
var:Lang.activity.when ?></th><th scope="col"><?cs var:Lang.activity.Field.title ?></th><th scope="col"><?cs
var:Lang.activity.Field.place ?></th><th scope="col"><?cs var:Lang.activity.leader ?></th><th class="num" scope="col"><?cs
var:Lang.activity.roster ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:a = Page.Activities ?><tr><td><a href="/activity/manage/<?cs var:a.no ?>"><?cs var:a.no ?></a></td><td><?cs var:on(a.day) ?></td>
<td><?cs var:hour(a.begins) ?>–<?cs var:till(a.ends) ?></td><td class="w"><?cs var:a.title ?></td><td><?cs var:a.place ?></td>
<td><?cs var:a.leader_name ?></td><td class="num"><?cs var:a.roster ?><?cs if:a.planned ?> / <?cs var:a.planned ?><?cs /if ?></td>
<td><b class="tag <?cs var:a.state ?>"><?cs var:Lang.State.activity[a.state] ?></b><?cs
if:a.hindrance ?> <b class="late"><?cs var:Lang.activity.Fault[a.hindrance] ?></b><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs if:Page.Ahead ?><h2><?cs var:Lang.activity.series_roster ?></h2>
<p><?cs var:Lang.activity.series_roster_note ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/roster" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("like", "optional") ?>
<?cs if:subcount(Page.Left) ?><ul class="rows whole">
<?cs each:l = Page.Left ?><li><b><?cs var:l.name ?></b> <span><?cs var:l.volunteer_no ?></span> <a href="/activity/manage/<?cs
var:l.no ?>"><?cs var:at(l.begins) ?></a> <span><?cs var:Lang.activity.Placed[l.word] ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><p class="acts"><button class="button" type="submit"><?cs var:Lang.activity.series_roster ?></button></p>
</form>
<h2><?cs var:Lang.activity.series_change ?></h2>
<p><?cs var:Lang.activity.series_change_note ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/onwards" novalidate><?cs include!"token.cs" ?>
<?cs call:day("change_from", "required") ?><?cs call:text("place", "optional") ?>
<?cs call:clock("begins", "optional") ?><?cs call:clock("ends", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("content", "optional", "3") ?>
<?cs call:text_short("leader_no", "optional") ?><?cs call:person("leader_name", "optional") ?>
<?cs call:number("planned", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.activity.series_change ?></button></p>
</form>
<h2><?cs var:Lang.activity.series_cancel ?></h2>
<p><?cs var:Lang.activity.series_cancel_note ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/cancel" novalidate><?cs include!"token.cs" ?>
<?cs call:day("from_day", "required") ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.activity.series_cancel ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
