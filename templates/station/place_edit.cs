<?cs set:Title = Lang.station.place_new ?><?cs if:Page.No ?><?cs set:Title = Lang.station.place_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/station/places/<?cs if:Page.No ?><?cs var:Page.No ?>/edit<?cs else ?>new<?cs /if ?>" novalidate><?cs
include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/places"><?cs var:Lang.station.place_list ?></a> › <?cs
if:Page.No ?><a href="/station/places/<?cs var:Page.No ?>"><?cs var:Page.No ?></a> › <?cs /if ?><?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs if:!Page.No ?><?cs call:radios("kind", "required", Lang.station.PlaceKindChoice) ?><?cs
call:number("parent", "optional") ?><?cs /if ?><?cs
call:text_as("name", "required", Lang.station.Field.name, Lang.station.Hint.place_name) ?><?cs
call:region("region_code", "optional", Page.Regions) ?><?cs call:text("sign", "optional") ?><?cs
call:text("address", "required") ?><?cs call:tel("phone", "required") ?><?cs call:person("person_in_charge", "required") ?><?cs
call:text("open_hours", "optional") ?><?cs call:day("opened_on", "optional") ?><?cs
if:!Page.No || Page.Kind == "point" ?><?cs call:text("property_name", "optional") ?><?cs
call:tel("property_phone", "optional") ?><?cs /if ?><?cs call:number("area_m2", "optional") ?><?cs
call:number("population", "optional") ?><?cs set:At.wide = #1 ?><?cs call:textarea("intro", "optional", "4") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
