<?cs set:Title = Lang.station.overview ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?><?cs include!"aside.cs" ?><?cs include!"chart.cs" ?><?cs
def:of_aim(value, aim) ?><?cs if:string.length(value) ?><?cs if:value < aim ?><b class="error"><?cs var:value ?></b><?cs
else ?><?cs var:value ?><?cs /if ?><?cs else ?>—<?cs /if ?><?cs /def ?>
<div class="bar">
<p class="crumb"><?cs if:Page.Up ?><a href="/station/overview?in=<?cs var:Page.Up ?>&amp;year=<?cs var:Page.Year ?>"><?cs
var:Lang.station.up ?></a> › <?cs /if ?><?cs var:Page.Region.full_name ?></p>
<h1><?cs var:Lang.station.overview ?> <?cs var:Page.Year ?><?cs if:Page.Month ?><?cs var:Lang.station.year_of ?><?cs
var:Page.Month ?><?cs var:Lang.station.month_of ?><?cs /if ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><a class="button" href="/station/overview?in=<?cs
var:Page.Region.code ?>&amp;year=<?cs var:Page.Before ?>"><?cs var:Page.Before ?></a><?cs
if:Page.Year != Page.ThisYear ?> <a class="button" href="/station/overview?in=<?cs var:Page.Region.code ?>"><?cs
var:Page.ThisYear ?></a><?cs /if ?> <a class="button" href="/activity/flags?in=<?cs var:Page.Region.code ?>"><?cs
var:Lang.station.flags ?></a> <a class="button" href="/station/orders"><?cs var:Lang.station.late ?></a><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/station/overview"><input type="hidden" name="in" value="<?cs var:Page.Region.code ?>"><input
type="hidden" name="year" value="<?cs var:Page.Year ?>"><?cs call:filter_select("month", Lang.station.Month) ?><button
class="button" type="submit"><?cs var:Lang.station.month_look ?></button></form>
<?cs if:Page.HolidaysMissing ?><p class="note bad"><a href="/activity/holidays"><?cs var:Page.HolidaysMissing ?> <?cs
var:Lang.station.holidays_missing ?></a></p>
<?cs /if ?><?cs if:Page.Totals.late_remarks > #0 ?><p class="note wait"><?cs var:Lang.station.remarks_late ?> <b class="n"><?cs
var:Page.Totals.late_remarks ?></b></p>
<?cs /if ?><div class="tiles">
<div><p><?cs var:Lang.station.stations ?></p><strong><?cs var:Page.Totals.stations ?></strong><?cs
if:Page.Totals.points > #0 ?> <?cs var:Lang.station.points_in ?> <?cs var:Page.Totals.points ?><?cs /if ?></div>
<div><p><?cs var:Lang.station.coverage ?></p><strong><?cs call:of_aim(Page.Totals.coverage, Page.Totals.coverage_aim) ?></strong> <?cs
var:Page.Totals.covered ?> / <?cs var:Page.Totals.communities ?><?cs var:Lang.station.aim ?> <?cs var:Page.Totals.coverage_aim ?></div>
<div><p><?cs var:Lang.station.organisations ?></p><strong><?cs var:Page.Totals.organisations ?></strong></div>
<div><p><?cs var:Lang.station.volunteers ?></p><strong><?cs if:Page.Totals.small ?><?cs var:Lang.station.small ?> <?cs
var:Page.Aims.small ?><?cs else ?><?cs var:Page.Totals.volunteers ?><?cs /if ?></strong></div>
<div><p><?cs var:Lang.station.rate ?></p><strong><?cs call:of_aim(Page.Totals.rate, Page.Aims.registered) ?></strong><?cs
var:Lang.station.aim ?> <?cs var:Page.Aims.registered ?></div>
<div><p><?cs var:Lang.station.hours_of_year ?></p><strong><?cs if:string.length(Page.Totals.hours) ?><?cs
var:Page.Totals.hours ?></strong> <?cs var:Lang.station.last_year ?> <?cs var:Page.Totals.hours_before ?><?cs
else ?>—</strong><?cs /if ?></div>
<div><p><?cs var:Lang.station.hours_each ?></p><strong><?cs call:of_aim(Page.Totals.hours_each, Page.Aims.hours) ?></strong><?cs
var:Lang.station.aim ?> <?cs var:Page.Aims.hours ?></div>
</div>
<div class="two wide">
<?cs if:subcount(Page.Parts) ?><section><h2><?cs var:Lang.station.parts ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.station.parts ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Field.region ?></th><th class="num" scope="col"><?cs var:Lang.station.stations ?></th><th
class="num" scope="col"><?cs var:Lang.station.coverage ?></th><th class="num" scope="col"><?cs
var:Lang.station.volunteers ?></th><th class="num" scope="col"><?cs var:Lang.station.rate ?></th><th class="num" scope="col"><?cs
var:Lang.station.hours_of_year ?></th><th class="num" scope="col"><?cs var:Lang.station.last_year ?></th><th class="num"
scope="col"><?cs var:Lang.station.hours_each ?></th></tr></thead>
<tbody>
<?cs each:p = Page.Parts ?><tr><td><a href="/station/overview?in=<?cs var:p.code ?>&amp;year=<?cs var:Page.Year ?>"><?cs
var:p.name ?></a></td><td class="num"><?cs var:p.stations ?></td><td class="num"><?cs
call:of_aim(p.coverage, Page.Totals.coverage_aim) ?></td><td class="num"><?cs
if:p.small ?><?cs var:Lang.station.small ?> <?cs var:Page.Aims.small ?><?cs elif:p.beside ?>—<?cs
else ?><?cs var:p.volunteers ?><?cs /if ?></td><td
class="num"><?cs call:of_aim(p.rate, Page.Aims.registered) ?></td><td class="num"><?cs var:p.hours ?></td><td class="num"><?cs
var:p.hours_before ?></td><td class="num"><?cs call:of_aim(p.hours_each, Page.Aims.hours) ?></td></tr>
<?cs /each ?></tbody>
</table></div></section>
<?cs /if ?><?cs if:subcount(Page.Trend) ?><div><?cs call:chart(Page.Trend) ?></div>
<?cs /if ?></div>
<h2><?cs var:Lang.station.station ?></h2>
<?cs if:subcount(Page.Stations) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.station.overview ?>"><table class="list many rights">
<caption class="hidden"><?cs var:Lang.station.overview ?></caption>
<thead><tr><?cs call:column("no", Lang.station.no) ?><?cs call:column("name", Lang.station.station) ?><?cs
call:column("region", Lang.Field.region) ?><?cs call:column_num("volunteers", Lang.station.volunteers) ?><?cs
call:column_num("rate", Lang.station.rate) ?><?cs call:column_num("hours", Lang.station.hours_this_year) ?><?cs
call:column_num("hours_each", Lang.station.hours_each) ?><?cs call:column_num("backfill_rate", Lang.station.backfill_rate) ?><?cs
call:column_num("projects", Lang.station.projects) ?><?cs call:column_num("led", Lang.station.led_activities) ?><?cs
call:column_num("overdue", Lang.station.overdue) ?><th class="num wide-only" scope="col"><?cs
var:Lang.station.Overview.met_hours ?></th><th class="num wide-only" scope="col"><?cs
var:Lang.station.Overview.pairs ?></th><th class="num wide-only" scope="col"><?cs
var:Lang.station.Overview.pair_visits ?></th><th class="num wide-only" scope="col"><?cs
var:Lang.station.Overview.pair_calls ?></th><th class="num wide-only" scope="col"><?cs
var:Lang.station.Overview.pair_lost ?></th><th class="num wide-only" scope="col"><?cs
var:Lang.station.Overview.pair_missed ?></th></tr></thead>
<tbody>
<?cs each:s = Page.Stations ?><tr><td><?cs var:s.no ?></td><td class="w"><a href="/station/places/<?cs
var:s.no ?>"><?cs var:s.name ?></a></td><td><?cs var:s.region ?></td>
<td><?cs if:s.small ?><?cs var:Lang.station.small ?> <?cs
var:Page.Aims.small ?><?cs else ?><?cs var:s.volunteers ?><?cs /if ?></td>
<td><?cs var:s.rate ?></td><td><?cs var:s.hours ?></td>
<td><?cs var:s.hours_each ?></td><td><?cs var:s.backfill_rate ?></td>
<td><?cs var:s.projects ?></td><td><?cs var:s.led ?></td><td><?cs
if:s.overdue > #0 ?><b class="error"><?cs var:s.overdue ?></b><?cs else ?><?cs var:s.overdue ?><?cs /if ?></td>
<td class="num wide-only"><?cs var:s.met_hours ?></td><td class="num wide-only"><?cs var:s.pairs ?></td><td
class="num wide-only"><?cs var:s.pair_visits ?></td><td class="num wide-only"><?cs var:s.pair_calls ?></td><td
class="num wide-only"><?cs var:s.pair_lost ?></td><td class="num wide-only"><?cs var:s.pair_missed ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<p class="hint"><?cs var:Lang.station.aim_registered ?> <?cs var:Page.Aims.registered ?>%<?cs
var:Lang.station.aim_hours ?> <?cs var:Page.Aims.hours ?> <?cs var:Lang.station.aim_small ?> <?cs
var:Page.Aims.small ?> <?cs var:Lang.station.aim_hidden ?></p>
<?cs elif:Page.Many ?><p><?cs var:Lang.station.overview_many ?> <a href="/station/overview?in=<?cs
var:Page.Region.code ?>&amp;year=<?cs var:Page.Year ?>&amp;as=xlsx"><?cs var:Lang.station.overview_file ?></a></p>
<?cs else ?><p class="empty"><?cs var:Lang.station.overview_empty ?></p>
<?cs /if ?><?cs call:aside_table("") ?><?cs include!"staff_foot.cs" ?>
