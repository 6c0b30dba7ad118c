<?cs set:Title = Lang.support.insurance ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.support.insurance ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/support/insurance/new" data-key="n"><?cs var:Lang.support.new ?></a></div>
</div>
<form class="filters" action="/support/insurance"><?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.support.Field.to_on) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Policies) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.insurance ?></caption>
<thead><tr><?cs call:column("policy_no", Lang.support.Field.policy_no) ?><?cs call:column("insurer", Lang.support.Field.insurer) ?><?cs
call:column("kind", Lang.support.Field.kind) ?><?cs call:column("covers", Lang.support.Field.covers) ?><?cs
call:column_num("insured", Lang.support.Ledger.insured) ?><?cs call:column("project", Lang.support.Field.project) ?><?cs
call:column("from_on", Lang.support.Field.from_on) ?><?cs call:column("to_on", Lang.support.Field.to_on) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:p = Page.Policies ?><tr><td><a href="/support/insurance/<?cs var:p.uid ?>"><?cs var:p.policy_no ?></a></td><td class="w"><?cs
var:p.insurer ?></td><td><?cs var:p.kind ?></td><td><?cs var:Lang.State.insurance_covers[p.covers] ?></td><td class="num"><?cs
if:p.covers == "named" ?><?cs var:p.insured ?><?cs /if ?></td><td><?cs var:p.project ?></td><td><?cs var:short(p.from_on) ?></td><td><?cs
var:short(p.to_on) ?></td><td><b class="tag <?cs var:p.state ?>"><?cs var:Lang.support.State[p.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.list_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
