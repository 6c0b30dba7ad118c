<?cs set:Title = Lang.poster.badges ?><?cs set:Section = "publicity" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.poster.badges ?></h1>
<?cs include!"list_head.cs" ?></div>
<p class="hint"><?cs var:Lang.poster.badges_about ?></p>
<form class="form" method="post" action="/station/badges" novalidate><?cs include!"token.cs" ?>
<?cs call:code_typed_as("activity", "required", Lang.poster.badges_activity, "") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.poster.badges_roster ?></button></p>
</form>
<?cs if:subcount(Page.Wearers) ?><form method="post" action="/station/badges"><?cs include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.poster.badges ?></caption>
<thead><tr><th class="tick"><input type="checkbox" data-check-all="who" aria-label="<?cs var:Lang.poster.badges_pick ?>"></th><?cs
call:column("no", Lang.station.Wearers.no) ?><?cs call:column("name", Lang.station.Wearers.name) ?><?cs
call:column("registered_on", Lang.station.Wearers.registered_on) ?></tr></thead>
<tbody>
<?cs each:v = Page.Wearers ?><tr><td class="tick"><input type="checkbox" name="who" value="<?cs var:v.no ?>" aria-label="<?cs
var:v.name ?>"<?cs if:Page.Form.who_is[v.no] ?> checked<?cs /if ?>></td><td><a href="/account/volunteers/<?cs var:v.no ?>"><?cs
var:v.no ?></a></td><td><?cs var:v.name ?></td><td><?cs var:on(v.registered_on) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><button class="button go" type="submit"><?cs var:Lang.poster.badges_pick ?></button> <span data-ticked="<?cs
var:Lang.Frame.ticked ?>"></span><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.poster.badges_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
