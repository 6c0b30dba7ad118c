<?cs set:Title = Lang.needs.household_find ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/households"><?cs var:Lang.needs.households ?></a> › <?cs var:Lang.needs.household_find ?></p>
<h1><?cs var:Lang.needs.household_find ?></h1>
<div class="acts"><a class="button go" href="/needs/households/new"><?cs var:Lang.needs.household_new ?></a></div>
</div>
<?cs if:subcount(Page.Found) ?><ul class="rows">
<?cs each:h = Page.Found ?><li><a href="/needs/households/<?cs var:h.no ?>"><?cs var:h.no ?></a> <span><?cs var:h.name ?> <?cs
var:h.grid ?></span><span><?cs var:Lang.needs.Homes.waits_since ?> <?cs var:on(h.waits_since) ?></span> <b class="tag <?cs
var:h.state ?> end"><?cs var:Lang.State.household[h.state] ?></b></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.needs.found_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
