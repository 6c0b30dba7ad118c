<?cs set:Title = Lang.station.add_staff ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/station/staff/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/staff"><?cs var:Lang.station.staff ?></a> › <?cs var:Lang.station.add_staff ?></p>
<h1><?cs var:Lang.station.add_staff ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.station.add_button ?></button></p>
</div>
<p><?cs var:Lang.station.add_about ?></p>
<div class="form">
<?cs call:person("name", "required") ?><?cs call:text("login", "required") ?><?cs
call:select("id_type", "required", Page.IdTypes) ?><?cs call:idno("id_no", "required") ?><?cs
set:At.wide = #1 ?><?cs call:radios("role", "required", Lang.station.RoleChoice) ?><?cs
call:day("from_on", "optional") ?><?cs call:day("until_on", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
