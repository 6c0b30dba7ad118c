<?cs set:Title = Lang.activity.calendar ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:item(i) ?><li class="<?cs var:i.kind ?> <?cs if:i.lack ?>lack<?cs else ?><?cs var:i.state ?><?cs /if ?>"><?cs
if:i.begins ?><b><?cs var:hour(i.begins) ?>–<?cs var:till(i.ends) ?></b><?cs
	if:i.lack ?> <b class="lacking"><?cs var:Lang.activity.lack ?> <?cs var:i.lack ?></b><?cs /if ?><?cs
else ?><b><?cs var:Lang.activity.CalendarKind[i.kind] ?></b><?cs /if ?> <?cs
if:i.kind == "activity" || i.kind == "notice" ?><a href="/activity/manage/<?cs var:i.no ?>"><?cs var:i.title ?></a><?cs
elif:i.kind == "due" ?><a href="/activity/manage/<?cs var:i.no ?>/log"><?cs var:i.title ?></a><?cs
elif:i.kind == "training" ?><a href="/training/manage/<?cs var:i.no ?>"><?cs var:i.title ?></a><?cs
else ?><a href="/project/<?cs var:i.no ?>"><?cs var:i.title ?></a><?cs /if ?><?cs
if:i.begins && !Page.ByMonth ?> <small><?cs if:i.kind == "training" ?><?cs var:Lang.activity.CalendarKind.training ?> <?cs
	elif:i.state == "draft" ?><?cs var:Lang.State.activity.draft ?> <?cs /if ?><span><?cs
	var:i.place ?></span> <?cs var:i.people ?><?cs if:i.wanted ?>/<?cs var:i.wanted ?><?cs /if ?></small><?cs /if ?></li>
<?cs /def ?><?cs
def:day_head(d) ?><?cs if:d.today ?> <?cs var:Lang.activity.today ?><?cs /if ?><?cs
if:d.holiday ?> <b class="tag <?cs if:d.kind == "off" ?>good<?cs else ?>wait<?cs /if ?>"><?cs var:d.holiday ?> <?cs
var:Lang.activity.HolidayKind[d.kind] ?></b><?cs /if ?><?cs /def ?><?cs
set:By = "week" ?><?cs if:Page.ByMonth ?><?cs set:By = "month" ?><?cs /if ?><?cs
def:way(by, at, text, key) ?><a class="button" href="/activity/manage/calendar?<?cs var:by ?>=<?cs var:url_escape(at) ?><?cs
if:Page.Filter.project ?>&amp;project=<?cs var:url_escape(Page.Filter.project) ?><?cs /if ?><?cs
if:Page.Filter.few ?>&amp;few=1<?cs /if ?>"<?cs if:string.length(key) ?> data-key="<?cs var:key ?>"<?cs /if ?>><?cs var:text ?></a>
<?cs /def ?>
<div class="bar">
<h1><?cs if:Page.ByMonth ?><?cs var:Page.Year ?><?cs var:Lang.activity.year ?><?cs var:Page.Of.month ?><?cs var:Lang.activity.month ?><?cs
else ?><?cs var:Page.Of.month ?><?cs var:Lang.activity.month ?><?cs var:Page.Of.day ?><?cs var:Lang.activity.date ?> – <?cs
var:Page.Of.to_month ?><?cs var:Lang.activity.month ?><?cs var:Page.Of.to_day ?><?cs var:Lang.activity.date ?><?cs /if ?></h1>
<p class="count"><?cs if:Page.WeekNumber ?><?cs var:Page.Year ?> <?cs var:Lang.activity.week_before ?> <?cs var:Page.WeekNumber ?> <?cs
var:Lang.activity.week_after ?> <?cs /if ?><?cs var:Page.Items ?> <?cs var:Lang.activity.calendar_items ?><?cs
if:Page.Lacking ?> <b class="lacking"><?cs var:Page.Lacking ?> <?cs var:Lang.activity.calendar_lacking ?> <?cs var:Page.Lack ?> <?cs
var:Lang.activity.persons ?></b><?cs /if ?></p>
<div class="acts"><?cs if:Page.ByMonth ?><?cs call:way("month", Page.Prev, Lang.activity.month_prev, "p") ?><?cs
call:way("month", "now", Lang.activity.month_now, "t") ?><?cs call:way("month", Page.Next, Lang.activity.month_next, "f") ?><?cs
call:way("week", Page.Week, Lang.activity.by_week, "w") ?><?cs
else ?><?cs call:way("week", Page.Prev, Lang.activity.week_prev, "p") ?><?cs
call:way("week", "now", Lang.activity.week_now, "t") ?><?cs call:way("week", Page.Next, Lang.activity.week_next, "f") ?><?cs
call:way("month", Page.Month, Lang.activity.by_month, "m") ?><?cs /if ?><button class="button js-only" type="button" data-print><?cs
var:Lang.Layout.print ?></button>
<a class="button" href="/activity/manage/series/new"><?cs var:Lang.activity.series_new ?></a>
<a class="button go" href="/activity/manage/new" data-key="n"><?cs var:Lang.activity.new ?></a></div>
</div>
<form class="filters" action="/activity/manage/calendar">
<input type="hidden" name="<?cs var:By ?>" value="<?cs if:Page.ByMonth ?><?cs var:Page.Month ?><?cs
else ?><?cs var:Page.From ?><?cs /if ?>">
<?cs call:filter_select("project", Page.Projects) ?>
<label class="choice"><input type="checkbox" name="few" value="1"<?cs if:Page.Filter.few ?> checked<?cs /if ?>><span><?cs
var:Lang.activity.only_lacking ?></span></label>
<button class="button" type="submit"><?cs var:Lang.Layout.filter ?></button> <span class="hint"><?cs
var:Lang.activity.calendar_note ?></span></form>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.activity.calendar ?>"><?cs
if:Page.ByMonth ?><table class="week month">
<caption class="hidden"><?cs var:Lang.activity.calendar ?></caption>
<thead><tr><?cs each:w = Lang.activity.Weekday ?><th scope="col"><?cs var:w ?></th><?cs /each ?></tr></thead>
<tbody>
<?cs each:w = Page.Weeks ?><tr><?cs each:d = w.Days ?><td class="<?cs if:d.today ?>today<?cs elif:d.other ?>other<?cs
elif:d.kind ?><?cs var:d.kind ?><?cs /if ?>"><p><time datetime="<?cs var:d.day ?>"><?cs var:d.date ?></time><?cs call:day_head(d) ?></p>
<?cs if:subcount(d.Items) ?><ul>
<?cs each:i = d.Items ?><?cs call:item(i) ?><?cs /each ?></ul><?cs /if ?></td><?cs /each ?></tr>
<?cs /each ?></tbody>
</table><?cs
else ?><table class="week">
<caption class="hidden"><?cs var:Lang.activity.calendar ?></caption>
<thead><tr><td></td><?cs each:d = Page.Days ?><th scope="col" class="<?cs if:d.today ?>today<?cs elif:d.kind ?><?cs var:d.kind ?><?cs
/if ?>"><time datetime="<?cs var:d.day ?>"><?cs var:Lang.activity.Weekday[d.weekday] ?> <?cs var:d.date ?></time><?cs
call:day_head(d) ?></th><?cs /each ?></tr></thead>
<tbody>
<?cs each:p = Page.Parts ?><tr><th scope="row"><?cs var:Lang.activity.Part[p.word] ?></th><?cs each:d = p.Days ?><td<?cs
if:d.today ?> class="today"<?cs /if ?>><?cs if:subcount(d.Items) ?><ul>
<?cs each:i = d.Items ?><?cs call:item(i) ?><?cs /each ?></ul><?cs /if ?></td><?cs /each ?></tr>
<?cs /each ?></tbody>
</table><?cs /if ?></div>
<?cs include!"staff_foot.cs" ?>
