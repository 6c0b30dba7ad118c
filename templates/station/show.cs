<?cs set:Title = Lang.station.manage ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Page.Place.name ?></h1>
<div class="acts"><a class="button" href="/station/staff"><?cs var:Lang.station.accounts ?></a>
<a class="button" href="/station/poster"><?cs var:Lang.station.poster ?></a>
<a class="button" href="/station/edit" data-key="e"><?cs var:Lang.station.edit ?></a>
<a class="button go" href="/station/staff/new" data-key="n"><?cs var:Lang.station.add_staff ?></a></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.station.no ?></dt><dd><?cs var:Page.Place.no ?></dd></div>
<div><dt><?cs var:Lang.Field.region ?></dt><dd><?cs var:Page.Place.region ?></dd></div>
<div><dt><?cs var:Lang.Field.address ?></dt><dd><?cs var:Page.Place.address ?></dd></div>
<div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:Page.Place.phone ?></dd></div>
<div><dt><?cs var:Lang.station.Field.person_in_charge ?></dt><dd><?cs var:Page.Place.person_in_charge ?></dd></div>
<?cs if:Page.Place.open_hours ?><div><dt><?cs var:Lang.station.Field.open_hours ?></dt><dd><?cs var:Page.Place.open_hours ?></dd></div>
<?cs /if ?><?cs if:Page.Place.area_m2 ?><div><dt><?cs var:Lang.station.area ?></dt><dd><?cs var:Page.Place.area_m2 ?> m²</dd></div>
<?cs /if ?><?cs if:Page.Place.population ?><div><dt><?cs var:Lang.station.population ?></dt><dd><?cs var:Page.Place.population ?> <?cs
var:Lang.Layout.persons ?></dd></div>
<?cs /if ?><?cs if:Page.Place.opened_on ?><div><dt><?cs var:Lang.station.opened_on ?></dt><dd><?cs
var:on(Page.Place.opened_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Place.intro ?><div class="whole"><dt><?cs var:Lang.station.Field.intro ?></dt><dd><?cs
var:Page.Place.intro ?></dd></div>
<?cs /if ?></dl>
<?cs include!"station/led.cs" ?><h2><?cs var:Lang.station.staff ?></h2>
<?cs if:subcount(Page.Staff) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.station.staff ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.station.staff ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs var:Lang.Field.login ?></th>
<th scope="col"><?cs var:Lang.station.Field.role ?></th><th scope="col"><?cs var:Lang.station.last_sign_in ?></th>
<th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:f = Page.Staff ?><tr><td class="w"><a href="/station/staff/<?cs var:f.ref ?>"><?cs var:f.name ?></a><?cs
if:f.lent_by ?> <small><?cs var:f.lent_by ?> <?cs var:Lang.station.lent_here ?><?cs if:f.until_on ?> <?cs
var:Lang.station.until_day ?> <?cs var:short(f.until_on) ?><?cs /if ?></small><?cs /if ?></td>
<td><?cs var:f.login ?></td><td><?cs var:Lang.Role[f.role] ?></td>
<td><?cs if:f.last_sign_in_at ?><?cs var:at(f.last_sign_in_at) ?><?cs /if ?></td>
<td><?cs if:!f.self ?><form method="post" action="/station/staff/end"><?cs
include!"token.cs" ?><input type="hidden" name="login" value="<?cs var:f.login ?>"><input type="hidden" name="role" value="<?cs
var:f.role ?>"><button class="button bad" type="submit"><?cs var:Lang.station.end_role ?><span class="hidden"> <?cs var:f.name ?> <?cs
var:Lang.Role[f.role] ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.staff_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Points) ?><h2><?cs var:Lang.station.points ?></h2>
<ul class="rows">
<?cs each:p = Page.Points ?><li><span><?cs var:p.no ?></span><strong><?cs var:p.name ?></strong><span><?cs var:p.address ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
