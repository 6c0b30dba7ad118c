<?cs set:Title = Lang.station.Rule[Page.Rule.name].title ?><?cs if:Page.Rule.sign ?><?cs
set:Title = Lang.station.sign + Lang.activity.Flag[Page.Rule.sign] ?><?cs /if ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/rules"><?cs var:Lang.station.rules ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<p><?cs if:Page.Rule.sign ?><?cs var:Lang.activity.FlagWhy[Page.Rule.sign] ?><?cs var:Lang.station.sign_means ?><?cs
else ?><?cs var:Lang.station.Rule[Page.Rule.name].means ?><?cs /if ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.station.rule_range ?></dt><dd><?cs var:Page.Rule.least ?>–<?cs var:Page.Rule.most ?> <?cs
var:Lang.station.Rule[Page.Rule.name].unit ?></dd></div>
<div><dt><?cs var:Lang.station.rule_usual ?></dt><dd><?cs var:Page.Rule.usual ?> <?cs
var:Lang.station.Rule[Page.Rule.name].unit ?></dd></div>
</dl>
<?cs if:Page.Rule.may ?><form class="form" method="post" action="/station/rules/<?cs var:Page.Rule.name ?>" novalidate><?cs
include!"token.cs" ?>
<?cs call:number("value", "optional") ?><p class="acts"><button class="button go" type="submit"><?cs
var:Lang.Layout.save ?></button></p>
</form>
<?cs else ?><p class="note"><?cs var:Lang.station.rule_not_yours ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
