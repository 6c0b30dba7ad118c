<?cs set:Title = Lang.activity.spots ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.activity.spots ?></h1>
</div>
<p><?cs var:Lang.activity.spots_about ?></p>
<?cs if:subcount(Page.Checks) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.spots ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.spot_title ?></th><th scope="col"><?cs var:Lang.Field.region ?></th><th scope="col"><?cs
var:Lang.activity.spot_period ?></th><th class="num" scope="col"><?cs var:Lang.activity.spot_percent ?></th><th class="num" scope="col"><?cs
var:Lang.activity.spot_drawn ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Checks ?><tr><td class="w"><a href="/activity/spots/<?cs var:c.uid ?>"><?cs var:c.title ?></a></td><td><?cs
var:c.region ?></td><td><?cs
var:short(c.from_on) ?> – <?cs var:short(c.to_on) ?></td><td class="num"><?cs var:c.percent ?>%</td><td class="num"><?cs
var:c.drawn ?></td><td><b class="tag <?cs var:c.state ?>"><?cs var:Lang.State.spot_check[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.activity.spots_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.activity.spot_new ?></h2>
<form class="form" method="post" action="/activity/spots" novalidate><?cs include!"token.cs" ?><input type="hidden" name="key" value="<?cs
var:Page.Key ?>"><?cs set:At.wide = #1 ?><?cs call:text_as("title", "required", Lang.activity.spot_title, "") ?><?cs
call:day_as("from_on", "required", Lang.activity.spot_from, "") ?><?cs
call:day_as("to_on", "required", Lang.activity.spot_to, Lang.activity.spot_to_about) ?><?cs
call:select_as("what", "required", Lang.activity.SpotWhat, Lang.activity.spot_what, "") ?><?cs
call:number_as("percent", "required", Lang.activity.spot_percent, Lang.activity.spot_percent_about) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.spot_begin ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
