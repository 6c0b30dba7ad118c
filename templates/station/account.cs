<?cs set:Title = Page.Account.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:button(path, text, class, field, value) ?><form method="post" action="/station/staff/<?cs var:Page.Account.ref ?>/<?cs
var:path ?>"><?cs include!"token.cs" ?><?cs if:string.length(field) ?><input type="hidden" name="<?cs var:field ?>" value="<?cs
var:value ?>"><?cs /if ?><button class="<?cs var:class ?>" type="submit"><?cs var:text ?></button></form><?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/station/staff"><?cs var:Lang.station.staff ?></a> › <?cs var:Page.Account.login ?></p>
<h1><?cs var:Page.Account.name ?></h1>
<b class="tag <?cs var:Page.Account.state ?>"><?cs var:Lang.State.staff[Page.Account.state] ?></b>
<div class="acts"><?cs if:Page.Can.name ?><a class="button" href="/station/staff/<?cs
var:Page.Account.ref ?>/edit" data-key="e"><?cs var:Lang.Layout.amend ?></a><?cs /if ?><?cs if:Page.Can.code ?><?cs
call:button("code", Lang.station.give_code, "button", "kind", "password") ?><?cs
call:button("code", Lang.station.give_second, "button", "kind", "second") ?><?cs /if ?><?cs
if:Page.Can.disable ?><?cs call:button("disable", Lang.station.disable, "button bad", "", "") ?><?cs /if ?><?cs
if:Page.Can.enable ?><?cs call:button("enable", Lang.station.enable, "button go", "", "") ?><?cs /if ?></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.Field.login ?></dt><dd><?cs var:Page.Account.login ?></dd></div>
<?cs if:Page.Account.station ?><div><dt><?cs var:Lang.station.station ?></dt><dd><?cs var:Page.Account.station ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.station.linked ?></dt><dd><?cs if:Page.Account.linked == 1 ?><?cs var:Lang.Layout.yes ?><?cs
else ?><b class="tag wait"><?cs var:Lang.Layout.no ?></b> <?cs var:Lang.station.linked_not ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.station.second ?></dt><dd><?cs if:Page.Account.second_at ?><?cs var:at(Page.Account.second_at) ?><?cs
else ?><?cs var:Lang.station.second_none ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.station.last_sign_in ?></dt><dd><?cs if:Page.Account.last_sign_in_at ?><?cs
var:at(Page.Account.last_sign_in_at) ?><?cs else ?><?cs var:Lang.station.never ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.station.made_on ?></dt><dd><?cs var:at(Page.Account.created_at) ?> <?cs
if:Page.Account.made_by ?><?cs var:Page.Account.made_by ?><?cs else ?><?cs var:Lang.station.by_command ?><?cs /if ?></dd></div>
<?cs if:Page.Account.failed > 0 ?><div><dt><?cs var:Lang.station.failed ?></dt><dd><?cs var:Page.Account.failed ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.station.roles ?></h2>
<?cs if:subcount(Page.Roles) ?><ul class="rows">
<?cs each:r = Page.Roles ?><li><span><b><?cs var:Lang.Role[r.role] ?></b> <?cs
if:r.station ?><?cs var:r.station ?><?cs else ?><?cs var:r.region ?><?cs /if ?></span>
<span><?cs if:r.from_on ?><?cs var:Lang.station.from ?> <?cs var:short(r.from_on) ?> <?cs /if ?><?cs
if:r.until_on ?><?cs var:Lang.station.until_day ?> <?cs var:short(r.until_on) ?> <?cs /if ?><?cs
if:r.rests == 1 ?><b class="tag wait"><?cs var:Lang.station.rests ?></b> <?cs /if ?><?cs
if:r.given_by ?><small><?cs var:Lang.station.given_by ?> <?cs var:r.given_by ?></small><?cs /if ?></span>
<?cs if:Page.Can.role && r.here == 1 ?><?cs call:button("role-end", Lang.station.end_role, "plain", "role", r.role) ?><?cs
elif:Page.Can.lend && r.station && r.role == "reviewer" && r.station_no != Page.Account.station_no ?><form method="post"
action="/station/staff/<?cs var:Page.Account.ref ?>/lend-end"><?cs include!"token.cs" ?><input type="hidden" name="station" value="<?cs
var:r.station_no ?>"><input type="hidden" name="role"
value="reviewer"><button class="plain" type="submit"><?cs var:Lang.station.lend_end ?></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.station.roles_none ?></p>
<?cs /if ?><?cs if:Page.Can.role ?><h3><?cs var:Lang.station.give_role ?></h3>
<form class="form" method="post" action="/station/staff/<?cs var:Page.Account.ref ?>/role" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:radios("role", "required", Lang.station.RoleChoice) ?><?cs
call:day("from_on", "optional") ?><?cs call:day("until_on", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.station.give_role ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.lend ?><h3><?cs var:Lang.station.lend ?></h3>
<p><?cs var:Lang.station.lend_about ?></p>
<form class="form" method="post" action="/station/staff/<?cs var:Page.Account.ref ?>/lend" novalidate><?cs include!"token.cs" ?><input
type="hidden" name="role" value="reviewer">
<?cs set:At.wide = #1 ?><?cs call:select("station", "required", Page.Stations) ?><?cs
call:day("from_on", "optional") ?><?cs call:day("until_on", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.station.lend ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.link ?><h2><?cs var:Lang.station.link ?></h2>
<p><?cs var:Lang.station.link_about ?></p>
<form class="form" method="post" action="/station/staff/<?cs var:Page.Account.ref ?>/person" novalidate><?cs include!"token.cs" ?>
<?cs call:select("id_type", "required", Page.IdTypes) ?><?cs call:idno("id_no", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.station.link ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.station.sessions ?></h2>
<?cs if:subcount(Page.Sessions) ?><ul class="rows">
<?cs each:s = Page.Sessions ?><li><span><?cs var:Lang.Device[s.device] ?></span> <span><?cs
var:at(s.created_at) ?></span><?cs if:Page.Can.end ?><?cs
call:button("sessions", Lang.station.session_end, "plain", "session", s.ref) ?><?cs /if ?></li>
<?cs /each ?></ul>
<?cs if:Page.Can.end ?><?cs call:button("sessions", Lang.station.sessions_end, "button bad", "session", "all") ?>
<?cs /if ?><?cs else ?><p class="empty"><?cs var:Lang.station.sessions_none ?></p>
<?cs /if ?><?cs if:subcount(Page.Codes) ?><h2><?cs var:Lang.station.codes ?></h2>
<ol class="line"><?cs each:c = Page.Codes ?>
<li><span><?cs var:at(c.made_at) ?></span> <?cs var:Lang.State.staff_code_kind[c.kind] ?> <?cs
if:c.made_by ?><?cs var:c.made_by ?><?cs else ?><?cs var:Lang.station.by_command ?><?cs /if ?> <b class="tag <?cs
if:c.used_at ?>good<?cs elif:c.open == 1 ?>wait<?cs else ?>off<?cs /if ?>"><?cs if:c.used_at ?><?cs
var:Lang.station.code_used ?><?cs elif:c.open == 1 ?><?cs var:Lang.station.code_open ?><?cs else ?><?cs
var:Lang.station.code_void ?><?cs /if ?></b></li><?cs /each ?>
</ol>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
