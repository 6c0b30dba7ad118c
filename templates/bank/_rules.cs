<?cs #
_rules.cs - the rules of points and prizes in words, with the figures of the station: Page.Rule.
?><ul class="rows">
<li><?cs var:Lang.bank.rule_each ?> <?cs var:Page.Rule.each ?> <?cs var:Lang.bank.points ?><?cs var:Lang.recruit.comma ?><?cs
var:Lang.bank.rule_a_day ?> <?cs var:Page.Rule.a_day ?> <?cs var:Lang.bank.times ?><?cs var:Lang.recruit.comma ?><?cs
var:Lang.bank.rule_year ?> <?cs var:Page.Rule.most ?> <?cs var:Lang.bank.points ?></li>
<li><?cs var:Lang.bank.rule_lapse ?></li>
<li><?cs if:Page.Rule.points && Page.Rule.hours ?><?cs var:Lang.bank.rule_both ?><?cs elif:Page.Rule.points ?><?cs
var:Lang.bank.rule_points ?><?cs elif:Page.Rule.hours ?><?cs var:Lang.bank.rule_hours ?><?cs else ?><?cs
var:Lang.bank.rule_none ?><?cs /if ?></li>
<li><?cs var:Lang.bank.rule_pick_up ?> <?cs var:Page.Rule.days ?> <?cs var:Lang.bank.rule_pick_up_after ?></li>
<li><?cs var:Lang.bank.rule_money ?></li>
<li><?cs var:Lang.bank.rule_honour ?></li>
</ul>
