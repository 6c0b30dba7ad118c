<?cs set:Title = Lang.merge.title ?><?cs set:Section = "doubles" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.merge.title ?></h1>
<?cs if:Page.Who.station ?><div class="acts"><a class="button" href="/merge/pair"><?cs var:Lang.merge.pair ?></a></div>
<?cs /if ?></div>
<p><?cs var:Lang.merge.about ?></p>
<?cs if:Page.Who.station ?><h2><?cs var:Lang.merge.doubles ?></h2>
<?cs if:subcount(Page.Doubles) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.merge.doubles ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.merge.here ?></th><th scope="col"><?cs var:Lang.merge.other ?></th><th scope="col"><?cs
var:Lang.merge.why ?></th><th scope="col"><?cs var:Lang.merge.found ?></th></tr></thead>
<tbody>
<?cs each:d = Page.Doubles ?><tr><td><a href="/merge/double/<?cs var:url_escape(d.uid) ?>"><?cs var:d.name ?> <?cs var:d.no ?></a></td>
<td><?cs var:d.other ?> <?cs if:d.ours ?><?cs var:d.other_no ?><?cs else ?><?cs var:d.station ?><?cs /if ?></td>
<td><?cs each:w = d.Why ?><span class="badge"><?cs var:Lang.merge.Why[name(w)] ?></span> <?cs /each ?></td><td><?cs
var:short(d.found_at) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.merge.doubles_none ?></p>
<?cs /if ?><?cs /if ?><h2><?cs var:Lang.merge.merges ?></h2>
<?cs if:subcount(Page.Merges) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.merge.merges ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.merge.no ?></th><th scope="col"><?cs var:Lang.merge.station ?></th><th scope="col"><?cs
var:Lang.merge.other_station ?></th><th scope="col"><?cs var:Lang.merge.asked_by ?></th><th scope="col"><?cs
var:Lang.merge.asked ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:m = Page.Merges ?><tr><td><a href="/merge/<?cs var:url_escape(m.no) ?>"><?cs var:m.no ?></a></td><td><?cs var:m.station ?></td>
<td><?cs var:m.other_station ?></td><td><?cs var:m.asked_by ?></td><td><?cs var:short(m.asked_at) ?></td>
<td><b class="tag person_merge <?cs var:m.state ?>"><?cs var:Lang.State.person_merge[m.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.merge.merges_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
