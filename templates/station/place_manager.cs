<?cs set:Title = Lang.station.manager_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/station/places/<?cs var:Page.No ?>/manager" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/places"><?cs var:Lang.station.place_list ?></a> › <a href="/station/places/<?cs
var:Page.No ?>"><?cs var:Page.Name ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.station.add_button ?></button></p>
</div>
<p><?cs var:Lang.station.manager_about ?></p>
<div class="form">
<?cs call:person("name", "required") ?><?cs call:text("login", "required") ?><?cs
call:select("id_type", "required", Page.IdTypes) ?><?cs call:idno("id_no", "required") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
