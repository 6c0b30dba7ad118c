<?cs set:Title = Lang.recruit.list ?><?cs set:Share = Lang.recruit.share ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:shift_tag(s) ?><?cs if:s.state ?><b class="tag <?cs var:s.state ?>"><?cs
	if:s.line_no ?><?cs var:Lang.recruit.line_before ?> <?cs var:s.line_no ?> <?cs var:Lang.recruit.line_waits ?><?cs
	else ?><?cs var:Lang.recruit.Mine[s.state] ?><?cs /if ?></b><?cs
	elif:s.opens_at ?><b class="tag off"><?cs var:Lang.recruit.When.before ?></b><?cs
	elif:s.closed ?><b class="tag off"><?cs var:Lang.recruit.When.closed ?></b><?cs
	elif:s.mode == "draw" ?><b class="tag wait"><?cs var:Lang.recruit.draw_tag ?> <?cs var:s.wanted ?> <?cs
var:Lang.Layout.persons ?></b><?cs
	elif:s.places > #0 ?><b class="tag wait"><?cs var:Lang.recruit.places_left ?> <?cs var:s.places ?> <?cs
	var:Lang.Layout.persons ?></b><?cs else ?><b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs /if ?><?cs
/def ?>
<h1><?cs var:Lang.recruit.which_day ?></h1>
<ul class="filters">
<li><a href="/recruit/"<?cs if:!Page.Filter.when && !Page.Filter.suits && !Page.Filter.near ?> aria-current="true"<?cs /if ?>><?cs
var:Lang.recruit.all_days ?></a></li>
<li><a href="/recruit/?when=today"<?cs if:Page.Filter.when == "today" ?> aria-current="true"<?cs /if ?>><?cs
var:Lang.recruit.today ?></a></li>
<li><a href="/recruit/?when=week"<?cs if:Page.Filter.when == "week" ?> aria-current="true"<?cs /if ?>><?cs
var:Lang.recruit.week ?></a></li>
<li><a href="/recruit/?when=weekend"<?cs if:Page.Filter.when == "weekend" ?> aria-current="true"<?cs /if ?>><?cs
var:Lang.recruit.weekend ?></a></li>
<?cs if:Page.Volunteer ?><li><a href="/recruit/?suits=1"<?cs if:Page.Filter.suits ?> aria-current="true"<?cs /if ?>><?cs
var:Lang.recruit.suits ?></a></li>
<?cs /if ?><?cs if:Page.Near ?><li><a href="/recruit/?near=1"<?cs if:Page.Filter.near ?> aria-current="true"<?cs /if ?>><?cs
var:Lang.recruit.nearby ?></a></li>
<?cs /if ?></ul>
<form class="filters" action="/recruit/"><?cs if:Page.Filter.when ?><input type="hidden" name="when" value="<?cs
var:Page.Filter.when ?>"><?cs /if ?><?cs
call:filter_select("category", Page.Categories) ?>
<button class="button second" type="submit"><?cs var:Lang.Layout.find ?></button></form>
<?cs if:Page.Volunteer ?><p><a class="go" href="/recruit/standby"><?cs var:Lang.recruit.standby ?></a></p>
<?cs /if ?><?cs if:subcount(Page.Days) ?><p><?cs var:Lang.recruit.count_before ?> <?cs var:Page.Count.shifts ?> <?cs
var:Lang.recruit.count_between ?> <?cs var:Page.Count.open ?> <?cs var:Lang.recruit.count_after ?></p>
<?cs each:d = Page.Days ?><h2 class="day"><?cs var:on(d.day) ?><?cs if:d.left > #1 ?> <small><?cs
var:Lang.recruit.days_before ?> <?cs var:d.left ?> <?cs var:Lang.recruit.days_after ?></small><?cs /if ?></h2>
<ul class="list">
<?cs each:s = d.Shifts ?><li><a class="shift" href="/recruit/shift/<?cs var:s.no ?>"><span class="when"><span><?cs
var:hour(s.starts_at) ?>–<?cs var:till(s.ends_at) ?></span> <?cs call:shift_tag(s) ?></span>
<strong><?cs var:s.title ?></strong><small><?cs var:s.place ?></small><small><?cs var:s.station ?><?cs
if:s.near ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.recruit.Near[s.near] ?><?cs /if ?></small></a></li>
<?cs /each ?></ul>
<?cs /each ?><?cs elif:Page.Filter.when || Page.Filter.suits || Page.Filter.near || Page.Filter.category ?><div class="empty"><p><?cs
var:Lang.recruit.days_none ?></p></div>
<?cs /if ?><?cs if:Page.Following && subcount(Page.Days) ?><a class="button second" href="<?cs
var:url_validate(Page.FollowingUrl) ?>"><?cs var:Lang.recruit.following ?></a>
<p class="hint"><?cs var:Lang.recruit.days_note ?></p>
<?cs /if ?><?cs if:subcount(Page.Projects) ?><h2><?cs var:Lang.recruit.projects ?></h2>
<ul class="list">
<?cs each:p = Page.Projects ?><li><a class="shift" href="/recruit/<?cs var:p.no ?>">
<span class="when"><span><?cs var:span(p.starts_on + "/" + p.ends_on) ?></span><?cs
if:p.places > #0 ?> <b class="tag wait"><?cs var:Lang.recruit.places_left ?> <?cs var:p.places ?> <?cs var:Lang.Layout.persons ?></b><?cs
else ?> <b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs /if ?></span>
<strong><?cs var:p.title ?></strong><small><?cs var:p.place ?></small><small><?cs var:p.station ?></small></a></li>
<?cs /each ?></ul>
<?cs include!"pager.cs" ?><?cs elif:!subcount(Page.Days) ?><div class="empty"><p><?cs var:Lang.recruit.list_empty ?></p></div>
<?cs /if ?><?cs include!"public_foot.cs" ?>
