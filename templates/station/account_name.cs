<?cs set:Title = Lang.station.staff_name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/station/staff/<?cs var:Page.Account.ref ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/staff"><?cs var:Lang.station.staff ?></a> › <a href="/station/staff/<?cs
var:Page.Account.ref ?>"><?cs var:Page.Account.login ?></a> › <?cs var:Lang.Layout.amend ?></p>
<h1><?cs var:Lang.station.staff_name ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs if:Page.Account.linked ?><?cs var:Lang.station.staff_name_linked ?><?cs else ?><?cs
var:Lang.station.staff_name_about ?><?cs /if ?></p>
<div class="form">
<?cs call:person("name", "required") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
