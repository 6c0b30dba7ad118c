<?cs #
spot_facts.cs - what a spot check is about, how it is drawn, and what was found: for overseers and for everybody.
?><?cs
def:spot_fact(label, value) ?><?cs if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><?cs
def:spot_facts(c) ?><dl class="facts card">
<?cs call:spot_fact(Lang.Field.region, c.region) ?><div><dt><?cs var:Lang.activity.spot_period ?></dt><dd><?cs
var:span(c.from_on + "/" + c.to_on) ?></dd></div>
<div><dt><?cs var:Lang.activity.spot_percent ?></dt><dd><?cs var:c.percent ?>% <?cs var:Lang.activity.SpotWhat[c.what] ?></dd></div>
<div><dt><?cs var:Lang.activity.spot_made_at ?></dt><dd><?cs var:at(c.made_at) ?></dd></div>
<div class="whole"><dt><?cs var:Lang.activity.spot_hash ?></dt><dd class="code"><?cs var:c.seed_hash ?></dd></div>
<?cs if:c.windows > #1 ?><?cs call:spot_fact(Lang.activity.spot_windows, c.windows) ?><?cs /if ?><?cs
if:c.state != "open" ?><div><dt><?cs var:Lang.activity.spot_drawn_at ?></dt><dd><?cs var:at(c.drawn_at) ?></dd></div>
<?cs call:spot_fact(Lang.activity.spot_found, c.found) ?><?cs call:spot_fact(Lang.activity.spot_drawn, c.drawn) ?><?cs
call:spot_fact(Lang.activity.spot_items, c.items) ?><div class="whole"><dt><?cs var:Lang.activity.spot_seed ?></dt><dd class="code"><?cs
var:c.seed ?></dd></div>
<div class="whole"><dt><?cs var:Lang.activity.spot_head ?></dt><dd class="code"><?cs var:c.head_no ?> <?cs var:c.head_root ?></dd></div>
<div class="whole"><dt><?cs var:Lang.activity.spot_signature ?></dt><dd class="code"><?cs var:c.head_signature ?></dd></div>
<?cs /if ?></dl>
<?cs /def ?><?cs
def:spot_sums(s) ?><dl class="facts card"><?cs each:f = Lang.activity.FindingCount ?><div><dt><?cs var:f ?></dt><dd><?cs
var:s[name(f)] ?></dd></div>
<?cs /each ?></dl>
<?cs /def ?>
