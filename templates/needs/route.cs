<?cs set:Title = Lang.needs.route ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/visits"><?cs var:Lang.needs.visits ?></a> › <?cs var:Lang.needs.route ?></p>
<h1><?cs var:Lang.needs.route ?> <?cs var:on(Page.Route.day) ?></h1>
<div class="acts"><a class="button" href="/needs/field"><?cs var:Lang.needs.field ?></a></div>
</div>
<form class="filters" action="/needs/route"><label for="filter-day"><?cs var:Lang.needs.Field.day ?></label>
<input type="date" id="filter-day" name="day" value="<?cs var:Page.Route.day ?>">
<button class="button" type="submit"><?cs var:Lang.needs.route_look ?></button></form>
<?cs if:subcount(Page.Stops) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.route ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.needs.Visits.visitor ?></th><th scope="col"><?cs
var:Lang.needs.household_no ?></th><th scope="col"><?cs
var:Lang.needs.Homes.name ?></th><th scope="col"><?cs var:Lang.needs.grid ?></th><th scope="col"><?cs
var:Lang.needs.Homes.waits_since ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><th scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:s = Page.Stops ?><tr><td><?cs var:s.staff ?></td><td><a href="/needs/households/<?cs var:s.no ?>"><?cs
var:s.no ?></a></td><td><?cs
var:s.name ?></td><td><?cs var:s.grid ?></td><td><?cs var:on(s.waits_since) ?></td><td><?cs if:s.visited == #1 ?><b class="tag good"><?cs
var:Lang.needs.visited ?></b><?cs else ?><b class="tag wait"><?cs var:Lang.needs.to_visit ?></b><?cs /if ?></td><td><?cs
if:s.visited != #1 ?><form method="post" action="/needs/route/drop?day=<?cs var:url_escape(Page.Route.day) ?>"><?cs
include!"token.cs" ?><input type="hidden" name="stop" value="<?cs var:s.stop ?>"><button class="plain" type="submit"><?cs
var:Lang.needs.route_drop ?><span class="hidden"> <?cs var:s.no ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.route_empty ?></p>
<?cs /if ?><?cs if:!Page.Route.past ?><h2><?cs var:Lang.needs.route_homes ?></h2>
<?cs if:subcount(Page.Homes) ?><form method="post" action="/needs/route?day=<?cs var:url_escape(Page.Route.day) ?>" novalidate><?cs
include!"token.cs" ?>
<input type="hidden" name="day" value="<?cs var:Page.Route.day ?>">
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.needs.route_homes ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.route_homes ?></caption>
<thead><tr><td class="tick"><input type="checkbox" data-check-all="homes" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></td><th scope="col"><?cs
var:Lang.needs.household_no ?></th><th scope="col"><?cs var:Lang.needs.Homes.name ?></th><th scope="col"><?cs
var:Lang.needs.grid ?></th><th scope="col"><?cs var:Lang.needs.Homes.waits_since ?></th><th scope="col"><?cs
var:Lang.needs.Homes.next_on ?></th></tr></thead>
<tbody>
<?cs each:h = Page.Homes ?><tr><td class="tick"><input type="checkbox"<?cs if:first(h) ?> id="f-homes"<?cs /if ?> name="homes" value="<?cs
var:h.no ?>" aria-label="<?cs var:h.no ?> <?cs var:h.name ?>"<?cs if:Page.Form.homes_is[h.no] ?> checked<?cs /if ?>></td><td><?cs
var:h.no ?></td><td><?cs var:h.name ?></td><td><?cs
var:h.grid ?></td><td><?cs var:on(h.waits_since) ?></td><td><?cs if:h.due == #1 ?><b class="tag wait"><?cs
var:on(h.next_on) ?></b><?cs elif:h.next_on ?><?cs var:on(h.next_on) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="form"><?cs call:select("staff", "required", Page.Staff) ?></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span> <button class="button go" type="submit"><?cs
var:Lang.needs.route_add ?></button></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.needs.route_none ?></p>
<?cs /if ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
