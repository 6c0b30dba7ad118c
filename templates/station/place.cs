<?cs set:Title = Page.Place.name ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/places"><?cs var:Lang.station.place_list ?></a> › <?cs var:Page.Place.no ?></p>
<h1><?cs var:Page.Place.name ?> <b class="tag <?cs var:Page.Place.state ?>"><?cs var:Lang.State.station[Page.Place.state] ?></b></h1>
<div class="acts"><?cs if:Page.Place.state == "open" ?><a class="button bad" href="/station/places/<?cs
var:Page.Place.no ?>/close"><?cs var:Lang.station.place_close ?></a><?cs if:Page.Place.kind == "station" ?>
<a class="button" href="/station/places/new?parent=<?cs var:Page.Place.no ?>"><?cs var:Lang.station.point_new ?></a><?cs /if ?>
<a class="button go" href="/station/places/<?cs var:Page.Place.no ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a><?cs
else ?><form method="post" action="/station/places/<?cs var:Page.Place.no ?>/open"><?cs
include!"token.cs" ?><button class="button go" type="submit"><?cs var:Lang.station.place_open ?></button></form><?cs /if ?></div>
</div>
<?cs if:Page.Place.state == "closed" ?><p class="note wait"><?cs var:Lang.station.closed_since ?> <?cs
var:on(Page.Place.closed_on) ?><?cs var:Lang.station.closed_because ?><?cs var:Page.Place.closed_why ?></p>
<?cs elif:Page.Place.managers == #0 ?><p class="note wait"><?cs var:Lang.station.no_manager ?> <a href="/station/places/<?cs
var:Page.Place.no ?>/manager"><?cs var:Lang.station.manager_new ?></a></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.station.Field.kind ?></dt><dd><?cs var:Lang.State.station_kind[Page.Place.kind] ?><?cs
if:Page.Place.parent ?><?cs var:Lang.station.of_open ?><a href="/station/places/<?cs var:Page.Place.parent ?>"><?cs
var:Page.Place.parent_name ?></a><?cs var:Lang.station.of_close ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.station.Field.sign ?></dt><dd><?cs var:Page.Place.sign ?></dd></div>
<div><dt><?cs var:Lang.Field.region ?></dt><dd><?cs var:Page.Place.region ?></dd></div>
<div><dt><?cs var:Lang.Field.address ?></dt><dd><?cs var:Page.Place.address ?></dd></div>
<div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:Page.Place.phone ?></dd></div>
<div><dt><?cs var:Lang.station.Field.person_in_charge ?></dt><dd><?cs var:Page.Place.person_in_charge ?></dd></div>
<?cs if:Page.Place.open_hours ?><div><dt><?cs var:Lang.station.Field.open_hours ?></dt><dd><?cs var:Page.Place.open_hours ?></dd></div>
<?cs /if ?><?cs if:Page.Place.property_name ?><div><dt><?cs var:Lang.station.Field.property_name ?></dt><dd><?cs
var:Page.Place.property_name ?> <?cs var:Page.Place.property_phone ?></dd></div>
<?cs /if ?><?cs if:Page.Place.area_m2 ?><div><dt><?cs var:Lang.station.area ?></dt><dd><?cs var:Page.Place.area_m2 ?> m²</dd></div>
<?cs /if ?><?cs if:Page.Place.population ?><div><dt><?cs var:Lang.station.population ?></dt><dd><?cs var:Page.Place.population ?> <?cs
var:Lang.Layout.persons ?></dd></div>
<?cs /if ?><?cs if:Page.Place.opened_on ?><div><dt><?cs var:Lang.station.opened_on ?></dt><dd><?cs
var:on(Page.Place.opened_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Place.intro ?><div class="whole"><dt><?cs var:Lang.station.Field.intro ?></dt><dd><?cs
var:Page.Place.intro ?></dd></div>
<?cs /if ?></dl>
<p class="tabs"><a href="/station/places/<?cs var:Page.Place.no ?>/standards"><?cs var:Lang.station.standards ?></a>
<a href="/station/places/<?cs var:Page.Place.no ?>/papers"><?cs var:Lang.station.papers ?></a>
<a href="/station/places/<?cs var:Page.Place.no ?>/remarks"><?cs var:Lang.station.remarks ?></a></p>
<?cs include!"station/led.cs" ?><?cs if:subcount(Page.Points) ?><h2><?cs var:Lang.station.points ?></h2>
<ul class="rows">
<?cs each:p = Page.Points ?><li><a href="/station/places/<?cs var:p.no ?>"><?cs var:p.no ?></a><strong><?cs var:p.name ?></strong><span><?cs
var:p.address ?></span><?cs if:p.property_name ?><span><?cs var:p.property_name ?></span><?cs /if ?><b class="tag <?cs
var:p.state ?> end"><?cs var:Lang.State.station[p.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
