<?cs set:Title = Lang.bank.about ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.bank.about ?></h1>
<?cs if:Page.Rule.on ?><section class="card"><dl class="facts">
<div><dt><?cs var:Lang.bank.About.who ?></dt><dd><?cs var:Page.Rule.age_from ?> <?cs var:Lang.bank.About.years_on ?></dd></div>
<div><dt><?cs var:Lang.bank.About.minors ?></dt><dd><?cs var:Lang.State.timebank_rule_minors[Page.Rule.minors] ?></dd></div>
<div><dt><?cs var:Lang.bank.About.categories ?></dt><dd><?cs if:Page.Rule.categories ?><?cs var:Page.Rule.categories ?><?cs
else ?><?cs var:Lang.bank.About.all ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.bank.About.rate ?></dt><dd><?cs var:Lang.bank.About.one ?></dd></div>
<div><dt><?cs var:Lang.bank.About.team ?></dt><dd><?cs var:Lang.State.timebank_rule_team[Page.Rule.team] ?></dd></div>
<div><dt><?cs var:Lang.bank.About.cap ?></dt><dd><?cs if:Page.Rule.cap ?><?cs var:Page.Rule.cap ?> <?cs var:Lang.Layout.hours ?><?cs
else ?><?cs var:Lang.bank.About.no_cap ?><?cs /if ?></dd></div>
<?cs if:Page.Rule.cap ?><div><dt><?cs var:Lang.bank.About.beyond ?></dt><dd><?cs
var:Lang.State.timebank_rule_beyond[Page.Rule.beyond] ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.bank.About.draw ?></dt><dd><?cs var:Page.Rule.draw_age ?> <?cs var:Lang.bank.About.years_on ?></dd></div>
<div><dt><?cs var:Lang.bank.About.kin ?></dt><dd><?cs if:Page.Rule.kin ?><?cs var:Lang.bank.About.kin_yes ?><?cs
else ?><?cs var:Lang.bank.About.kin_no ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.bank.About.pool ?></dt><dd><?cs var:Page.Rule.pool_age ?> <?cs var:Lang.bank.About.pool_who ?></dd></div>
</dl></section>
<p><?cs var:Lang.bank.About.no_money ?></p>
<?cs else ?><div class="empty"><p><?cs var:Lang.bank.off ?></p></div>
<?cs /if ?><p class="soft"><?cs var:Lang.bank.honour_about ?></p>
<?cs include!"public_foot.cs" ?>
