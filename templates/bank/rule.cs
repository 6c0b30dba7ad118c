<?cs set:Title = Lang.bank.rules ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/rules"><?cs var:Lang.bank.rules ?></a> › <?cs var:Page.Region.name ?></p>
<h1><?cs var:Page.Region.name ?></h1>
<?cs if:Page.Rule.state ?><b class="tag <?cs var:Page.Rule.state ?>"><?cs var:Lang.State.timebank_rule[Page.Rule.state] ?></b>
<?cs /if ?></div>
<p><?cs var:Lang.bank.presets ?> <?cs each:p = Lang.bank.Preset ?><a href="/bank/rules/<?cs var:Page.Region.code ?>?preset=<?cs
var:name(p) ?>"><?cs var:p ?></a> <?cs /each ?></p>
<form class="form" method="post" action="/bank/rules/<?cs var:Page.Region.code ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:check("on", Lang.bank.switch_on) ?><?cs call:select("preset", "required", Lang.State.timebank_rule_preset) ?><?cs
call:number("age_from", "required") ?><?cs call:select("minors", "required", Lang.State.timebank_rule_minors) ?><?cs
set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:checks("categories", "optional", Page.Categories) ?><?cs
call:number("cap_hours", "required") ?><?cs call:select("beyond", "required", Lang.State.timebank_rule_beyond) ?><?cs
call:select("team", "required", Lang.State.timebank_rule_team) ?><?cs call:number("draw_age", "required") ?><?cs
call:number("pool_age", "required") ?><?cs call:check("kin", Lang.bank.kin_on) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
