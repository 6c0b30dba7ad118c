<?cs set:Title = Lang.station.rules ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.rules ?></h1>
</div>
<p><?cs if:Page.Who.Role.overseer ?><?cs var:Lang.station.rules_all ?><?cs else ?><?cs var:Lang.station.rules_own ?><?cs /if ?></p>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.station.rules ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.station.rules ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.station.rule ?></th><th class="num" scope="col"><?cs
var:Lang.station.rule_value ?></th><th scope="col"><?cs var:Lang.station.rule_range ?></th><th class="num" scope="col"><?cs
var:Lang.station.rule_usual ?></th><th scope="col"><?cs
var:Lang.station.rule_means ?></th><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:r = Page.Rules ?><tr><td><?cs if:r.sign ?><?cs var:Lang.station.sign ?><?cs var:Lang.activity.Flag[r.sign] ?><?cs
else ?><?cs var:Lang.station.Rule[r.name].title ?><?cs /if ?></td><td class="num"><?cs
if:r.differs ?><strong><?cs var:r.value ?></strong><?cs else ?><?cs var:r.value ?><?cs /if ?> <?cs
var:Lang.station.Rule[r.name].unit ?></td><td><?cs var:r.least ?>–<?cs var:r.most ?></td><td class="num"><?cs
var:r.usual ?></td><td class="w"><?cs if:r.sign ?><?cs var:Lang.activity.FlagWhy[r.sign] ?><?cs var:Lang.station.sign_means ?><?cs
else ?><?cs var:Lang.station.Rule[r.name].means ?><?cs /if ?></td><td><?cs
if:r.may ?><a href="/station/rules/<?cs var:r.name ?>"><?cs var:Lang.Layout.edit ?><span class="hidden"> <?cs
var:Lang.station.Rule[r.name].title ?><?cs var:Lang.activity.Flag[r.sign] ?></span></a><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs include!"staff_foot.cs" ?>
