<?cs set:Title = Page.Team.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:fact(label, value) ?><?cs if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?><?cs
def:press(path, word, class) ?><form method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/<?cs var:path ?>"><?cs
include!"token.cs" ?><button class="button<?cs if:string.length(class) ?> <?cs var:class ?><?cs /if ?>" type="submit"><?cs
var:word ?></button></form>
<?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/team/"><?cs var:Lang.team.teams ?></a> › <?cs var:Page.Team.name ?></p>
<h1><?cs var:Page.Team.name ?></h1>
<b class="tag <?cs var:Page.Team.state ?>"><?cs var:Lang.State.team[Page.Team.state] ?></b>
<div class="acts"><?cs if:Page.Can.edit ?><a class="button" href="/team/desk/<?cs var:Page.Team.uid ?>/edit" data-key="e"><?cs
var:Lang.Layout.edit ?></a><?cs /if ?><?cs if:Page.Team.state == "approved" ?><a class="button" href="/team/t/<?cs
var:Page.Team.uid ?>"><?cs var:Lang.team.public_page ?></a>
<a class="button" href="/account/letter/team/<?cs var:Page.Team.uid ?>"><?cs var:Lang.message.letter ?></a><?cs /if ?><?cs
if:Page.Can.resume ?><?cs call:press("resume", Lang.team.resume, "go") ?><?cs /if ?><?cs
if:Page.Can.decide ?><?cs call:press("approve", Lang.team.approve, "go") ?><?cs /if ?></div>
</div>
<?cs if:Page.Can.own ?><p class="note"><?cs var:Lang.team.own_entry ?></p>
<?cs /if ?><?cs if:Page.Team.reason ?><p class="note bad"><?cs var:Lang.team.reason ?> <?cs var:Page.Team.reason ?></p>
<?cs /if ?><dl class="facts">
<?cs call:fact(Lang.team.Field.kind, Page.Team.kind_name) ?><?cs call:fact(Lang.team.Field.field, Page.Team.field_name) ?><?cs
call:fact(Lang.team.Ledger.stage, Page.Team.stage_name) ?><?cs if:Page.Team.parent ?><div><dt><?cs
var:Lang.team.Field.into ?></dt><dd><a href="/team/desk/<?cs var:Page.Team.parent ?>"><?cs var:Page.Team.parent_name ?></a></dd></div>
<?cs /if ?><?cs call:fact(Lang.team.Field.approver_org, Page.Team.approver_org) ?><?cs
call:fact(Lang.team.Field.org_kind, Page.Team.org_kind_name) ?><?cs call:fact(Lang.team.Field.uscc, Page.Team.uscc) ?><?cs
call:fact(Lang.team.Field.registrar, Page.Team.registrar) ?><?cs if:Page.Team.founded_on ?><div><dt><?cs
var:Lang.team.Field.founded_on ?></dt><dd><?cs var:on(Page.Team.founded_on) ?></dd></div>
<?cs /if ?><?cs call:fact(Lang.team.Field.categories, Page.Team.categories_name) ?><?cs
call:fact(Lang.team.Field.address, Page.Team.address) ?><?cs call:fact(Lang.team.Field.join_mode, Page.Team.join_mode_name) ?><?cs
call:fact(Lang.team.Field.offers, Page.Team.offers_name) ?><?cs call:fact(Lang.team.Field.needs, Page.Team.needs_name) ?><?cs
if:Page.Team.leader ?><div><dt><?cs var:Lang.team.Ledger.leader ?></dt><dd><?cs var:Page.Team.leader ?> <?cs
var:Page.Team.leader_no ?></dd></div>
<?cs else ?><div><dt><?cs var:Lang.team.Ledger.leader ?></dt><dd><?cs var:Lang.team.no_leader ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.team.contact ?></dt><dd><?cs var:Page.Team.contact_name ?> <?cs var:Page.Team.contact_phone ?></dd></div>
<div><dt><?cs var:Lang.team.entered ?></dt><dd><?cs if:Page.Team.made_by ?><?cs var:Page.Team.made_by ?><?cs
else ?><?cs var:Lang.team.by_leader ?><?cs /if ?> <?cs var:at(Page.Team.created_at) ?></dd></div>
<?cs if:Page.Team.decided_by ?><div><dt><?cs var:Lang.team.decided ?></dt><dd><?cs var:Page.Team.decided_by ?> <?cs
var:at(Page.Team.decided_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Team.intro ?><div class="whole"><dt><?cs var:Lang.team.Field.intro ?></dt><dd><?cs
var:Page.Team.intro ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.team.year ?></h2>
<dl class="facts">
<div><dt><?cs var:Lang.team.activities ?></dt><dd><?cs var:Page.Year.activities ?></dd></div>
<div><dt><?cs var:Lang.team.turns ?></dt><dd><?cs var:Page.Year.turns ?></dd></div>
<div><dt><?cs var:Lang.team.hours ?></dt><dd><?cs var:Page.Year.hours ?></dd></div>
<div><dt><?cs var:Lang.team.marks ?></dt><dd><?cs if:Page.Marks.n > #0 ?><?cs var:Lang.team.punctual ?> <?cs
var:Page.Marks.punctual ?><?cs
var:Lang.team.comma ?><?cs var:Lang.team.kind ?> <?cs var:Page.Marks.kind ?><?cs
var:Lang.team.comma ?><?cs var:Lang.team.able ?> <?cs
var:Page.Marks.able ?><?cs else ?><?cs var:Lang.team.no_marks ?><?cs /if ?></dd></div>
</dl>
<?cs if:subcount(Page.Asks) ?><h2><?cs var:Lang.team.asks ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.team.asks ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.team.name ?></th><th scope="col"><?cs var:Lang.team.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.team.Field.words ?></th><th scope="col"><?cs var:Lang.team.asked_at ?></th><th scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:a = Page.Asks ?><tr><td><?cs var:a.name ?></td><td><?cs var:a.no ?></td><td class="w"><?cs var:a.words ?></td><td><?cs
var:at(a.asked_at) ?></td><td><div class="acts"><?cs call:press("ask/" + a.uid + "/accept", Lang.team.accept, "") ?><?cs
call:press("ask/" + a.uid + "/refuse", Lang.team.refuse_ask, "bad") ?></div></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><h2><?cs var:Lang.team.members ?> <?cs var:Page.Team.members ?></h2>
<?cs if:subcount(Page.Members) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.team.members ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.team.name ?></th><th scope="col"><?cs var:Lang.team.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.team.role ?></th><th scope="col"><?cs var:Lang.team.joined_at ?></th><th class="num" scope="col"><?cs
var:Lang.team.hours_all ?></th><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:m = Page.Members ?><tr><td><?cs var:m.name ?></td><td><?cs var:m.no ?></td><td><?cs
var:Lang.State.team_member_role[m.role] ?></td><td><?cs var:at(m.joined_at) ?></td><td class="num"><?cs var:m.hours ?></td><td><?cs
if:m.role != "leader" ?><form method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/member/end"><?cs
include!"token.cs" ?><input type="hidden" name="person" value="<?cs var:m.ref ?>"><button class="button bad" type="submit"><?cs
var:Lang.team.member_end ?><span class="hidden"> <?cs var:m.name ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.team.no_members ?></p>
<?cs /if ?><?cs if:Page.Can.members ?><form class="form" method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/member" novalidate><?cs
include!"token.cs" ?>
<?cs call:text_short("volunteer_no", "required") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.team.member_add ?></button><button class="button" type="submit" formaction="/team/desk/<?cs
var:Page.Team.uid ?>/member/lead"><?cs var:Lang.team.member_lead ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.team.course ?></h2>
<p><?cs var:Lang.team.course_about ?></p>
<?cs if:subcount(Page.Course) ?><ol class="line">
<?cs each:c = Page.Course ?><li><b><?cs var:on(c.given_on) ?></b> <?cs if:c.stage ?><?cs var:Lang.team.reached ?> <?cs var:c.stage ?><?cs
else ?><?cs var:c.help ?><?cs if:c.amount_fen > #0 ?> <?cs var:c.amount_fen / #100 ?> <?cs var:Lang.team.yuan ?><?cs /if ?><?cs /if ?><?cs
if:string.length(c.words) ?><?cs
var:Lang.team.comma ?><?cs var:c.words ?><?cs /if ?> <small><?cs var:c.staff ?></small></li>
<?cs /each ?></ol>
<?cs /if ?><form class="form" method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/help" novalidate><?cs include!"token.cs" ?>
<?cs call:select("help", "required", Page.Helps) ?><?cs call:day("given_on", "required") ?><?cs call:number("amount_yuan", "optional") ?>
<?cs call:text_as("words", "required", Lang.team.help_words, Lang.team.help_hint) ?>
<p class="acts"><button class="button" type="submit"><?cs
var:Lang.team.help_add ?></button></p>
</form>
<form class="form" method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/reach" novalidate><?cs include!"token.cs" ?>
<?cs call:select("stage", "required", Page.Stages) ?><?cs call:day("reached_on", "required") ?><?cs
if:subcount(Page.Parents) ?><?cs call:select("into", "optional", Page.Parents) ?><?cs /if ?><?cs call:text("how", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.team.reach ?></button></p>
</form>
<?cs if:subcount(Page.Joined) ?><h2><?cs var:Lang.team.joined_us ?></h2>
<ul class="rows">
<?cs each:j = Page.Joined ?><li><a href="/team/desk/<?cs var:j.uid ?>"><?cs var:j.name ?></a> <span><?cs var:j.members ?> <?cs
var:Lang.Layout.persons ?></span> <b class="tag <?cs var:j.state ?>"><?cs var:Lang.State.team[j.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Projects) ?><h2><?cs var:Lang.team.projects ?></h2>
<ul class="rows">
<?cs each:p = Page.Projects ?><li><a href="/project/<?cs var:p.no ?>"><?cs var:p.title ?></a> <b class="tag <?cs var:p.state ?>"><?cs
var:Lang.State.project[p.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Can.decide ?><h2><?cs var:Lang.team.refuse ?></h2>
<form class="form" method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/refuse" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.team.refuse ?></button></p>
</form>
<?cs /if ?><?cs if:Page.Can.stop ?><h2><?cs var:Lang.team.stop ?></h2>
<form class="form" method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/stop" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.team.stop ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
