<?cs set:Title = Lang.needs.field_sheet ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/route"><?cs var:Lang.needs.route ?></a> › <?cs var:Lang.needs.field_sheet ?></p>
<h1><?cs var:Lang.needs.field_sheet ?></h1>
</div>
<?cs if:subcount(Page.Homes) ?><p class="note wait"><?cs var:Lang.needs.unmasked ?></p>
<?cs each:h = Page.Homes ?><h2><?cs var:h.name ?> <?cs var:h.grid ?></h2>
<dl class="facts">
<div><dt><?cs var:Lang.needs.household_no ?></dt><dd><?cs var:h.no ?></dd></div>
<?cs if:h.address ?><div><dt><?cs var:Lang.needs.Field.address ?></dt><dd><?cs var:h.address ?></dd></div>
<?cs /if ?><?cs if:h.phone ?><div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:h.phone ?></dd></div>
<?cs /if ?><?cs if:h.contact ?><div><dt><?cs var:Lang.needs.Field.contact ?></dt><dd><?cs var:h.contact ?></dd></div>
<?cs /if ?><?cs if:h.health ?><div><dt><?cs var:Lang.needs.Field.health ?></dt><dd><?cs var:h.health ?></dd></div>
<?cs /if ?><?cs if:h.kind_name ?><div><dt><?cs var:Lang.needs.Field.household_kind ?></dt><dd><?cs var:h.kind_name ?></dd></div>
<?cs /if ?><?cs each:l = h.Last ?><div class="whole"><dt><?cs var:Lang.needs.last ?></dt><dd><?cs var:on(l.visited_at) ?> <?cs
var:l.visitor ?> <?cs var:l.note ?></dd></div>
<?cs /each ?></dl>
<?cs /each ?><?cs else ?><p class="empty"><?cs var:Lang.needs.FieldSay.none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
