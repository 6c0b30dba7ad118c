<?cs #
facts.cs - the parts of a plan that its page and its printed form have in common.

plan_facts(p)           when, where, for whom, recruitment, safety, money
plan_positions(list, no, tools)  the table of positions of project no; tools "" on paper: no buttons; all, or change: it is published
plan_needs(list, no)    the needs that it answers; no of the project: each can be given back
?><?cs
def:plan_fact(label, value) ?><?cs if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><?cs
def:plan_long(label, value) ?><?cs if:string.length(value) ?><div class="whole"><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><?cs
def:plan_facts(p) ?><dl class="facts">
<?cs call:plan_long(Lang.project.Field.goal, p.goal) ?><?cs call:plan_long(Lang.project.Field.intro, p.intro) ?><?cs
call:plan_fact(Lang.project.Field.categories, p.categories) ?><?cs call:plan_fact(Lang.project.Field.recipients, p.recipients) ?><?cs
if:p.regular == #1 ?><?cs call:plan_fact(Lang.project.kind, Lang.project.regular) ?><?cs /if ?><?cs
if:p.starts_on ?><div><dt><?cs var:Lang.project.days ?></dt><dd><?cs var:span(p.starts_on + "/" + p.ends_on) ?></dd></div>
<?cs /if ?><?cs if:p.recruit_from ?><div><dt><?cs var:Lang.project.recruit_days ?></dt><dd><?cs
var:span(p.recruit_from + "/" + p.recruit_to) ?></dd></div>
<?cs /if ?><?cs call:plan_fact(Lang.project.Field.region_code, p.region) ?><?cs call:plan_fact(Lang.project.Field.place, p.place) ?><?cs
call:plan_fact(Lang.project.Field.recruit_scope, Lang.State.project_recruit_scope[p.recruit_scope]) ?><?cs
call:plan_fact(Lang.project.Field.team, p.team) ?><?cs call:plan_fact(Lang.project.Field.min_hours, p.min_hours) ?><?cs
call:plan_fact(Lang.project.Field.sign_up_how, p.sign_up_how) ?><?cs
call:plan_fact(Lang.project.contact, p.contact_name + " " + p.contact_phone) ?><?cs
call:plan_fact(Lang.Layout.led_by, p.led_by) ?><?cs
call:plan_fact(Lang.project.Field.guarantees, p.guarantees) ?><?cs call:plan_fact(Lang.project.Field.risks, p.risks) ?><?cs
if:p.dangerous == #1 ?><?cs call:plan_fact(Lang.project.danger, Lang.project.danger_yes) ?><?cs /if ?><?cs
call:plan_fact(Lang.project.Field.insurance, p.insurance) ?><?cs if:p.agreement == #1 ?><?cs
call:plan_fact(Lang.recruit.agreement, Lang.recruit.agreement_yes) ?><?cs /if ?><?cs
call:plan_fact(Lang.project.Field.budget_yuan, p.budget_yuan) ?><?cs
call:plan_fact(Lang.project.Field.fund_source, p.fund_source) ?></dl>
<?cs /def ?><?cs

def:plan_needs(list, no) ?><?cs if:subcount(list) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.project.part_needs ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.project.need_no ?></th><th scope="col"><?cs var:Lang.project.Field.categories ?></th>
<th scope="col"><?cs var:Lang.project.Field.recipients ?></th><th scope="col"><?cs var:Lang.project.need_about ?></th>
<th scope="col"><?cs var:Lang.needs.served_on ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><?cs
if:string.length(no) ?><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:n = list ?><tr><td><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a></td><td><?cs var:n.category ?></td>
<td><?cs var:n.target ?></td><td class="w"><?cs var:n.description ?></td><td><?cs if:n.served_on ?><?cs
var:short(n.served_on) ?><?cs else ?><?cs var:Lang.needs.served_never ?><?cs /if ?></td><td><b class="tag <?cs var:n.state ?>"><?cs
var:Lang.State.need[n.state] ?></b></td><?cs if:string.length(no) ?><td><?cs if:n.state == "in_project" ?><a href="/project/<?cs
var:no ?>/needs/<?cs var:n.no ?>"><?cs var:Lang.project.release ?>…<span class="hidden"> <?cs var:n.no ?></span></a><?cs
/if ?></td><?cs /if ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.project.no_needs ?></p>
<?cs /if ?><?cs /def ?><?cs

def:plan_positions(list, no, tools) ?><?cs if:subcount(list) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.project.positions ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.project.positions ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.project.position ?></th><th class="num" scope="col"><?cs var:Lang.project.places ?></th>
<th scope="col"><?cs var:Lang.project.Field.description ?></th><th scope="col"><?cs var:Lang.project.Field.conditions ?></th>
<th class="num" scope="col"><?cs var:Lang.project.Field.min_age ?></th><th scope="col"><?cs var:Lang.project.Field.training ?></th><?cs
if:tools ?><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:o = list ?><tr><td><?cs var:o.title ?></td><td class="num"><?cs var:o.taken ?> / <?cs var:o.wanted ?></td>
<td class="wrap"><?cs var:o.description ?></td><td class="wrap"><?cs var:o.conditions ?></td><td class="num"><?cs var:o.min_age ?></td>
<td><?cs var:o.training ?></td><?cs if:tools ?><td><div class="acts"><a class="button" href="/project/<?cs var:no ?>/position/<?cs
var:o.uid ?>"><?cs var:Lang.Layout.edit ?><span class="hidden"> <?cs var:o.title ?></span></a><?cs if:tools == "all" ?>
<form method="post" action="/project/<?cs var:no ?>/position/<?cs var:o.uid ?>/remove"><?cs include!"token.cs" ?><button class="button bad"
 type="submit"><?cs var:Lang.project.remove ?><span class="hidden"> <?cs var:o.title ?></span></button></form><?cs
/if ?></div></td><?cs /if ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.project.no_positions ?></p>
<?cs /if ?><?cs /def ?>
