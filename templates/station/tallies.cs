<?cs set:Title = Lang.station.tallies ?><?cs set:Section = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/tally"><?cs var:Lang.station.tally ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<?cs if:subcount(Page.Kept) ?><ul class="rows">
<?cs each:k = Page.Kept ?><li><b><a href="/station/tally?saved=<?cs var:k.uid ?>"><?cs var:k.name ?></a></b><span><?cs
var:Lang.State.tally_rows_by[k.rows_by] ?> <?cs var:Lang.State.tally_measure[k.measure] ?> <?cs
if:k.from_on ?><?cs var:k.from_on ?> <?cs var:Lang.station.tally_to ?> <?cs var:k.until_on ?><?cs else ?><?cs
var:Lang.State.tally_period[k.period] ?><?cs /if ?> <?cs var:k.category_name ?><?cs var:k.team ?> <?cs
if:k.evidence ?><?cs var:Lang.Evidence[k.evidence] ?><?cs /if ?></span><small><?cs var:k.made_by ?> <?cs var:on(k.made_at) ?></small><form
class="end" method="post" action="/station/tally/saved/<?cs var:k.uid ?>/name" novalidate><?cs include!"token.cs" ?><input<?cs
if:Page.At == k.uid ?> id="f-name" aria-invalid="true"<?cs /if ?> name="name" aria-label="<?cs var:Lang.station.tally_rename ?> <?cs
var:k.name ?>" value="<?cs if:Page.At == k.uid ?><?cs var:Page.Form.name ?><?cs else ?><?cs var:k.name ?><?cs /if ?>"> <button
class="button" type="submit"><?cs var:Lang.station.tally_rename ?><span class="hidden"> <?cs var:k.name ?></span></button></form><form
method="post" action="/station/tally/saved/<?cs var:k.uid ?>/remove"><?cs include!"token.cs" ?><button class="button bad"
type="submit"><?cs var:Lang.station.tally_remove ?><span class="hidden"> <?cs var:k.name ?></span></button></form></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.station.tallies_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
