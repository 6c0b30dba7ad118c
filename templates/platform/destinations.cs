<?cs set:Title = Lang.platform.Dest.title ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.platform.Dest.title ?></h1>
<div class="acts"><a class="button go" href="/platform/destinations/new" data-key="n"><?cs var:Lang.platform.Dest.new ?></a></div>
</div>
<p><?cs var:Lang.platform.Dest.about ?></p>
<?cs if:subcount(Page.Platforms) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.Dest.title ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.platform.Field.name ?></th><th scope="col"><?cs
var:Lang.platform.Field.short_name ?></th><th scope="col"><?cs var:Lang.platform.Dest.region ?></th><th scope="col"><?cs
var:Lang.platform.Field.base_url ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:d = Page.Platforms ?><tr><td class="w"><a href="/platform/destinations/<?cs var:d.code ?>"><?cs var:d.name ?></a></td><td><?cs
var:d.code ?></td><td><?cs if:d.region ?><?cs var:d.region ?><?cs else ?><?cs var:Lang.platform.Dest.all ?><?cs /if ?></td><td><?cs
if:d.file == #1 ?><?cs var:Lang.platform.export ?><?cs else ?><?cs var:d.base_url ?><?cs /if ?></td><td><b class="tag <?cs
var:d.state ?>"><?cs var:Lang.State.destination[d.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.Dest.empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
