<?cs set:Title = Lang.activity.board ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <a href="/activity/manage/<?cs
var:Page.Activity.no ?>"><?cs var:Page.Activity.no ?></a> › <?cs var:Lang.activity.board ?></p>
<h1><?cs var:Page.Activity.title ?> <?cs var:Lang.activity.board ?></h1>
<span class="soft"><?cs var:Lang.activity.board_lead ?></span>
</div>
<?cs include!"scan.cs" ?><div class="tiles">
<div><p><?cs var:Lang.activity.roster ?></p><strong><?cs var:Page.Count.roster ?></strong></div>
<div><p><?cs var:Lang.activity.here ?></p><strong><?cs var:Page.Count.here ?></strong></div>
<div><p><?cs var:Lang.activity.missing ?></p><strong><?cs var:Page.Count.missing ?></strong></div>
<div><p><?cs var:Lang.activity.gone ?></p><strong><?cs var:Page.Count.gone ?></strong></div>
</div>
<?cs if:subcount(Page.Declared) ?><h2><?cs var:Lang.activity.declared ?></h2>
<p class="note wait"><?cs var:Lang.activity.declared_note ?></p>
<ul class="rows">
<?cs each:d = Page.Declared ?><li><b><?cs var:d.name ?></b> <span><?cs var:hour(d.begins) ?>–<?cs var:till(d.ends) ?></span>
<span><?cs var:d.remark ?></span> <?cs if:d.own ?><span class="end"><?cs var:Lang.activity.own_declared ?></span><?cs
else ?><form class="end" method="post" action="/activity/record/<?cs var:d.no ?>/confirm"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.activity.confirm ?></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.People) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.activity.people ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.people ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.activity.Field.duty ?></th><th scope="col"><?cs var:Lang.activity.came ?></th><th scope="col"><?cs
var:Lang.activity.left_at ?></th><th scope="col"><?cs var:Lang.activity.whereabouts ?></th></tr></thead>
<tbody>
<?cs each:p = Page.People ?><tr><td><?cs var:p.no ?></td><td><?cs var:p.name ?></td><td class="w"><?cs var:p.duty ?></td>
<td><?cs var:hour(p.came) ?></td><td><?cs var:hour(p.left_at) ?></td><td><b class="tag <?cs
if:p.place == "here" ?>good<?cs elif:p.place == "missing" ?>wait<?cs else ?>off<?cs /if ?>"><?cs
var:Lang.activity[p.place] ?></b> <?cs
if:Page.Tick && p.no && !p.own && p.place != "gone" ?><form method="post" action="/activity/manage/<?cs
var:Page.Activity.no ?>/tick"><?cs include!"token.cs" ?><input type="hidden" name="volunteer_no" value="<?cs
var:p.no ?>"><input
type="hidden" name="direction" value="<?cs if:p.place == "here" ?>out<?cs else ?>in<?cs /if ?>"><button class="plain" type="submit"><?cs
if:p.place == "here" ?><?cs var:Lang.activity.tick_out ?><?cs else ?><?cs var:Lang.activity.tick_in ?><?cs /if ?><span class="hidden"> <?cs
var:p.name ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs include!"activity/_pages.cs" ?><?cs else ?><p class="empty"><?cs var:Lang.activity.roster_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Excused) ?><h2><?cs var:Lang.activity.excused ?></h2>
<ul class="rows">
<?cs each:p = Page.Excused ?><li><b><?cs var:p.name ?></b> <span><?cs var:p.no ?></span> <span><?cs
var:at(p.excused_at) ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
