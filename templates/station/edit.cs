<?cs set:Title = Lang.station.edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/station/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/"><?cs var:Lang.station.manage ?></a> › <?cs var:Lang.station.edit ?></p>
<h1><?cs var:Lang.station.edit ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:text("name", "required") ?><?cs call:tel("phone", "required") ?><?cs
set:At.wide = #1 ?><?cs call:text("address", "required") ?><?cs call:person("person_in_charge", "required") ?><?cs
call:text("open_hours", "optional") ?><?cs set:At.wide = #1 ?><?cs call:textarea("intro", "optional", "4") ?><?cs
call:number("area_m2", "optional") ?><?cs call:number("population", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
