<?cs set:Title = Lang.station.add_staff ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/station/staff/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/"><?cs var:Lang.station.manage ?></a> › <?cs var:Lang.station.add_staff ?></p>
<h1><?cs var:Lang.station.add_staff ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:person("name", "required") ?><?cs call:text("login", "required") ?><?cs
set:At.wide = #1 ?><?cs call:radios("role", "required", Lang.station.RoleChoice) ?><?cs
call:password("password", "required") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
