<?cs set:Title = Lang.station.place_close ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/places"><?cs var:Lang.station.place_list ?></a> › <a href="/station/places/<?cs
var:Page.No ?>"><?cs var:Page.Name ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Lang.station.place_close_ask ?></h1>
</div>
<p><?cs var:Lang.station.place_close_about ?></p>
<form class="form" method="post" action="/station/places/<?cs var:Page.No ?>/close" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("why", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.station.place_close ?></button> <a class="button" href="/station/places/<?cs var:Page.No ?>"><?cs
var:Lang.Layout.back ?></a></p>
</form>
<?cs include!"staff_foot.cs" ?>
