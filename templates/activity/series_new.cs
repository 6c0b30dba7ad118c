<?cs set:Title = Lang.activity.series_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/activity/manage/series/new" novalidate><?cs include!"token.cs" ?><?cs
if:Page.Form.copy ?><input type="hidden" name="copy" value="<?cs var:Page.Form.copy ?>"><?cs /if ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><?cs if:subcount(Page.Days) ?><button class="button" type="submit" name="step" value="look"><?cs
var:Lang.activity.series_again ?></button><button class="button go" type="submit" name="step" value="make"><?cs
var:Lang.activity.series_make ?></button><?cs
else ?><button class="button go" type="submit" name="step" value="look"><?cs var:Lang.activity.series_look ?></button><?cs /if ?></p>
</div>
<?cs each:y = Page.NoCalendar ?><p class="note wait"><?cs var:y.year ?> <?cs var:Lang.activity.no_calendar ?></p>
<?cs /each ?><?cs if:subcount(Page.Days) ?><h2><?cs var:Lang.activity.series_days ?></h2>
<p><?cs var:Lang.activity.series_days_note ?></p>
<?cs if:Page.Error.days ?><p class="error" id="f-days-error"><?cs var:Page.Error.days ?></p>
<?cs /if ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.activity.series_days ?>"><table class="list" id="f-days">
<caption class="hidden"><?cs var:Lang.activity.series_days ?></caption>
<thead><tr><th class="tick" scope="col"><span class="hidden"><?cs var:Lang.activity.choose ?></span></th><th scope="col"><?cs
var:Lang.activity.day ?></th><th scope="col"><?cs var:Lang.activity.when ?></th><th scope="col"><?cs
var:Lang.activity.series_says ?></th></tr></thead>
<tbody>
<?cs each:d = Page.Days ?><tr><td class="tick"><?cs if:d.code ?><input type="checkbox" name="days" value="<?cs
var:d.code ?>" aria-label="<?cs var:d.day ?>"<?cs if:d.on ?> checked<?cs /if ?>><?cs /if ?></td>
<td><?cs if:d.month ?><?cs var:d.month ?><?cs else ?><?cs var:on(d.day) ?><?cs /if ?></td>
<td><?cs if:d.code ?><?cs var:Page.Form.begins ?>–<?cs var:Page.Form.ends ?><?cs /if ?></td>
<td><?cs if:d.word ?><b class="tag <?cs if:d.code ?>wait<?cs else ?>off<?cs /if ?>"><?cs
if:d.name ?><?cs var:d.name ?> <?cs /if ?><?cs var:Lang.activity.SeriesDay[d.word] ?></b><?cs
if:d.from ?> <?cs var:Lang.activity.moved_from ?> <?cs var:on(d.from) ?><?cs /if ?><?cs /if ?><?cs
if:d.other_no ?> <b class="tag wait"><?cs var:Lang.activity.series_other ?></b> <a href="/activity/manage/<?cs
var:d.other_no ?>"><?cs var:d.other_no ?> <?cs var:d.other_title ?></a><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<p><?cs var:Lang.activity.series_looked ?> <?cs var:Page.Looked ?> / <?cs var:Lang.activity.series_makes ?> <b><?cs
var:Page.Makes ?></b></p>
<h2><?cs var:Lang.activity.series_each ?></h2>
<?cs /if ?><div class="form">
<?cs call:select("project", "optional", Page.Projects) ?><?cs call:select("category", "required", Page.Categories) ?>
<?cs set:At.wide = #1 ?><?cs call:text("title", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("content", "required", "3") ?>
<?cs call:clock("begins", "required") ?><?cs call:clock("ends", "required") ?>
<?cs call:day_as("day", "required", Lang.activity.Field.first, "") ?><?cs call:day("until", "required") ?>
<?cs set:At.chips = #1 ?><?cs call:radios("every", "required", Lang.State.series_every) ?><?cs
set:At.chips = #1 ?><?cs call:radios("short_month", "required", Lang.State.series_short_month) ?>
<?cs set:At.chips = #1 ?><?cs call:radios("on_holiday", "required", Lang.State.series_on_holiday) ?><?cs
call:text("place", "required") ?>
<?cs call:text_short("leader_no", "optional") ?><?cs call:person("leader_name", "optional") ?><?cs
if:subcount(Page.Workers) ?><?cs call:select("led_by", "optional", Page.Workers) ?><?cs /if ?>
<?cs call:number("planned", "optional") ?><?cs call:number("radius_m", "optional") ?>
<?cs call:text_short("lat", "optional") ?><?cs call:text_short("lng", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:check("with_roster", Lang.activity.Field.with_roster) ?><?cs
set:At.wide = #1 ?><?cs call:check("dangerous", Lang.activity.Field.dangerous) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
