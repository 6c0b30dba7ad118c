<?cs set:Title = Lang.bank.rules ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.rules ?></h1>
</div>
<p><?cs var:Lang.bank.rules_about ?></p>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.rules ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.bank.region ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><th scope="col"><?cs
var:Lang.bank.Field.preset ?></th><th scope="col"><?cs var:Lang.bank.changed ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Rules ?><tr><td><a href="/bank/rules/<?cs var:r.code ?>"><?cs var:r.name ?></a> <?cs var:r.code ?></td><td><?cs
if:r.state ?><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.timebank_rule[r.state] ?></b><?cs else ?><?cs
var:Lang.bank.inherits ?><?cs /if ?></td><td><?cs var:Lang.State.timebank_rule_preset[r.preset] ?></td><td><?cs if:r.changed_at ?><?cs
var:r.changed_by ?> <?cs var:at(r.changed_at) ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs include!"staff_foot.cs" ?>
