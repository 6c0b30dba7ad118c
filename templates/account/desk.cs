<?cs set:Title = Lang.account.desk ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Page.Who.name ?><?cs var:Lang.account.desk_hello ?></h1>
<span><?cs var:on(Page.Today) ?></span>
<div class="acts"><a class="button" href="/needs/ledger/new" data-key="n"><?cs var:Lang.Nav.need_new ?></a>
<a class="button" href="/activity/manage/new"><?cs var:Lang.Nav.activity_new ?></a>
<a class="button" href="/account/volunteers/new"><?cs var:Lang.account.new ?></a></div>
</div>
<?cs if:Page.Late.waiting ?><p class="note bad"><?cs var:Lang.account.late_rows ?> <?cs var:Page.Late.waiting ?><?cs
if:Page.Late.counted == 0 ?><?cs var:Lang.account.late_more ?><?cs /if ?> <?cs var:Lang.account.late_oldest ?> <?cs
var:Page.Late.hours ?> <?cs var:Lang.account.late_hours ?>
<a href="/platform/?state=waiting"><?cs var:Lang.account.late_link ?></a></p>
<?cs /if ?><?cs include!"account/first.cs" ?><div class="day"><section>
<h2><?cs var:Lang.account.desk_waiting ?></h2>
<?cs if:subcount(Page.Waiting) ?><div class="scroll"><table class="list roomy">
<caption class="hidden"><?cs var:Lang.account.desk_waiting ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.account.thing ?></th><th class="num" scope="col"><?cs var:Lang.account.count ?></th>
<th scope="col"><?cs var:Lang.account.since ?></th><th scope="col"><?cs var:Lang.account.until ?></th>
<th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:w = Page.Waiting ?><tr<?cs if:w.late || w.what == "objection" ?> class="urgent"<?cs
/if ?>><td class="w"><a href="<?cs
var:url_validate(w.href) ?>"><?cs var:Lang.account.Waiting[w.what] ?></a></td><td class="num"><?cs var:w.n ?><?cs var:w.more ?></td>
<td><?cs if:w.since ?><?cs var:Lang.account.first_of ?> <?cs var:short(w.since) ?><?cs /if ?></td><td><?cs
if:w.late ?><b class="bad"><?cs var:short(w.due) ?> <?cs var:Lang.account.late ?></b><?cs
elif:w.due == Page.Today ?><b class="lacking"><?cs var:Lang.account.desk_today ?></b><?cs
elif:w.due ?><?cs var:short(w.due) ?><?cs /if ?></td>
<td><a href="<?cs var:url_validate(w.href) ?>" tabindex="-1" aria-hidden="true"><?cs var:Lang.account.handle ?></a></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.account.desk_nothing ?></p>
<?cs /if ?></section><section>
<h2><?cs var:Lang.account.desk_today ?> <a href="/activity/manage/calendar"><?cs var:Lang.account.desk_calendar ?></a></h2>
<?cs if:subcount(Page.Comes) ?><ul class="rows">
<?cs each:c = Page.Comes ?><li><span><?cs var:hour(c.begins) ?>–<?cs var:till(c.ends) ?> <?cs
if:c.kind == "training" ?><a href="/training/manage/<?cs var:url_escape(c.no) ?>"><?cs var:c.title ?></a><?cs
else ?><a href="/activity/manage/<?cs var:url_escape(c.no) ?>"><?cs var:c.title ?></a><?cs /if ?> <small><?cs
var:c.place ?> <?cs var:c.people ?><?cs if:c.wanted ?>/<?cs var:c.wanted ?><?cs /if ?> <?cs
var:Lang.account.persons ?></small></span> <?cs if:c.lack ?><b class="tag to_verify"><?cs var:Lang.account.lack ?> <?cs
var:c.lack ?> <?cs var:Lang.account.persons ?></b><?cs else ?><b class="tag <?cs var:c.state ?>"><?cs
if:c.kind == "training" ?><?cs var:Lang.State.training[c.state] ?><?cs else ?><?cs var:Lang.State.activity[c.state] ?><?cs
/if ?></b><?cs /if ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.account.today_nothing ?></p>
<?cs /if ?><h2><?cs var:Lang.account.week ?></h2>
<table class="list">
<caption class="hidden"><?cs var:Lang.account.week_about ?></caption>
<thead class="hidden"><tr><th scope="col"><?cs var:Lang.account.day ?></th><th scope="col"><?cs var:Lang.account.events ?></th><th
scope="col"><?cs var:Lang.account.filled ?></th><th scope="col"><?cs var:Lang.account.open_end ?></th></tr></thead>
<tbody>
<?cs each:d = Page.Week ?><tr<?cs if:d.today ?> class="at"<?cs /if ?>><td><a href="/activity/manage/calendar?week=<?cs
var:url_escape(d.day) ?>"><?cs var:Lang.account.Weekday[d.weekday] ?> <?cs var:short(d.day) ?></a><?cs if:d.today ?> <b><?cs
var:Lang.account.desk_today ?></b><?cs /if ?></td><td class="num"><?cs if:d.n ?><?cs var:d.n ?> <?cs var:Lang.account.events_unit ?><?cs
/if ?></td><td><?cs if:d.wanted > #0 ?><meter min="0" max="<?cs var:d.wanted ?>" value="<?cs var:d.people ?>" aria-label="<?cs
var:Lang.account.filled ?>"><?cs var:d.people ?>/<?cs var:d.wanted ?></meter><?cs /if ?></td><td><?cs
if:d.owed ?><b class="lacking"><?cs var:d.owed ?> <?cs var:Lang.account.owed ?></b><?cs
elif:d.lack && !d.past ?><b class="lacking"><?cs var:Lang.account.lack ?> <?cs var:d.lack ?> <?cs var:Lang.account.persons ?></b><?cs
elif:d.past && d.n ?><?cs var:Lang.account.over ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></section></div>
<h2><?cs var:Lang.account.desk_links ?></h2>
<p class="acts"><?cs if:Page.Who.kind == "staff" ?><a class="button" href="/account/volunteers"><?cs
var:Lang.account.volunteers ?></a><?cs /if ?><?cs if:subcount(Page.Stations) > 1 ?><a class="button" href="/account/station"><?cs
var:Lang.account.station_change ?></a><?cs /if ?><a class="button" href="/account/mine"><?cs var:Lang.account.mine_title ?></a></p>
<?cs include!"staff_foot.cs" ?>
