<?cs set:Title = Lang.needs.household + " " + Page.Household.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/households"><?cs var:Lang.needs.households ?></a> › <?cs var:Page.Household.no ?></p>
<h1><?cs var:Page.Household.name ?> <?cs var:Page.Household.grid ?></h1>
<b class="tag <?cs var:Page.Household.state ?>"><?cs var:Lang.State.household[Page.Household.state] ?></b>
<div class="acts"><?cs if:Page.Household.state == "active" ?><a class="button" href="/needs/households/<?cs
var:Page.Household.no ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a>
<a class="button" href="/needs/ledger/new?household=<?cs var:url_escape(Page.Household.no) ?>"><?cs var:Lang.needs.need_new ?></a>
<a class="button go" href="/needs/households/<?cs var:Page.Household.no ?>/visit"><?cs var:Lang.needs.visit_log ?></a><?cs
else ?><form method="post" action="/needs/households/<?cs var:Page.Household.no ?>/reopen"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.needs.household_reopen ?></button></form><?cs /if ?></div>
</div>
<?cs if:Page.Unmasked ?><p class="note wait"><?cs var:Lang.needs.unmasked ?></p>
<?cs /if ?><?cs if:Page.Household.close_reason ?><p class="note bad"><?cs var:Lang.needs.household_close ?> <?cs
var:Page.Household.close_reason ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.needs.household_no ?></dt><dd><?cs var:Page.Household.no ?></dd></div>
<div><dt><?cs var:Lang.needs.Homes.name ?></dt><dd><?cs var:Page.Household.name ?></dd></div>
<?cs if:Page.Household.phone ?><div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:Page.Household.phone ?></dd></div>
<?cs /if ?><?cs if:Page.Household.address ?><div><dt><?cs var:Lang.needs.Field.address ?></dt><dd><?cs
var:Page.Household.address ?></dd></div>
<?cs /if ?><?cs if:Page.Household.contact ?><div><dt><?cs var:Lang.needs.Field.contact ?></dt><dd><?cs
var:Page.Household.contact ?></dd></div>
<?cs /if ?><?cs if:Page.Household.health ?><div><dt><?cs var:Lang.needs.Field.health ?></dt><dd><?cs
var:Page.Household.health ?></dd></div>
<?cs /if ?><?cs if:Page.Household.kind_name ?><div><dt><?cs var:Lang.needs.Field.household_kind ?></dt><dd><?cs
var:Page.Household.kind_name ?></dd></div>
<?cs /if ?><?cs if:string.length(Page.Household.groups) ?><div><dt><?cs var:Lang.needs.Field.groups ?></dt><dd><?cs
var:Page.Household.groups ?></dd></div>
<?cs /if ?><?cs if:Page.Household.members ?><div><dt><?cs var:Lang.needs.Field.members ?></dt><dd><?cs
var:Page.Household.members ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.needs.Homes.waits_since ?></dt><dd><?cs var:on(Page.Household.waits_since) ?><?cs
var:Lang.recruit.comma ?><?cs
var:Page.Household.waits ?> <?cs var:Lang.needs.days_ago ?></dd></div>
<?cs if:Page.Household.next_on ?><div><dt><?cs var:Lang.needs.Field.next_on ?></dt><dd><?cs var:on(Page.Household.next_on) ?></dd></div>
<?cs /if ?><?cs if:Page.Household.consent_at ?><div><dt><?cs var:Lang.needs.consent_at ?></dt><dd><?cs
var:at(Page.Household.consent_at) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.needs.entered ?></dt><dd><?cs var:Page.Household.created_by ?> <?cs
var:at(Page.Household.created_at) ?></dd></div>
</dl>
<?cs if:!Page.Unmasked ?><form class="form" method="post" action="/needs/households/<?cs
var:Page.Household.no ?>/unmask" novalidate><?cs include!"token.cs" ?>
<?cs call:text_as("purpose", "required", Lang.needs.unmask, Lang.needs.unmask_about) ?><p
class="acts"><button class="button" type="submit"><?cs
var:Lang.needs.unmask_button ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.needs.people ?></h2>
<?cs if:subcount(Page.People) ?><ul class="rows">
<?cs each:p = Page.People ?><li><b><?cs var:p.name ?></b> <span><?cs var:p.relation ?></span><?cs if:p.sex ?><span><?cs
var:p.sex ?></span><?cs
/if ?><?cs if:p.born_year ?><span><?cs var:p.born_year ?> <?cs var:Lang.needs.born ?></span><?cs /if ?><?cs if:p.group ?><span><?cs
var:p.group ?></span><?cs /if ?><?cs if:p.phone ?><span><?cs var:p.phone ?></span><?cs /if ?><?cs if:p.lives_here != #1 ?><span><?cs
var:Lang.needs.elsewhere ?></span><?cs /if ?><?cs
if:Page.Household.state == "active" ?><form class="end" method="post" action="/needs/households/<?cs
var:Page.Household.no ?>/unperson"><?cs include!"token.cs" ?><input type="hidden" name="person" value="<?cs
var:p.ref ?>"><button class="plain" type="submit"><?cs
var:Lang.needs.person_drop ?><span class="hidden"> <?cs var:p.name ?></span></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.needs.people_empty ?></p>
<?cs /if ?><?cs if:Page.Household.state == "active" ?><details<?cs if:Page.Error.person_name || Page.Error.relation ?> open<?cs
/if ?>><summary><?cs var:Lang.needs.person_add ?></summary>
<form class="form" method="post" action="/needs/households/<?cs var:Page.Household.no ?>/person" novalidate><?cs include!"token.cs" ?>
<?cs call:person("person_name", "required") ?><?cs call:text_short("relation", "required") ?><?cs
call:tel("person_phone", "optional") ?><?cs call:select("sex", "optional", Page.Sex) ?><?cs call:number("born_year", "optional") ?><?cs
call:select("target_group", "optional", Page.Recipient) ?><?cs
call:check("elsewhere", Lang.needs.elsewhere) ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.needs.person_add ?></button></p>
</form></details>
<?cs /if ?><h2><?cs var:Lang.needs.visits ?></h2>
<?cs if:subcount(Page.Visits) ?><ol class="line">
<?cs each:v = Page.Visits ?><li><p><a href="/needs/visits/<?cs var:v.uid ?>"><?cs var:at(v.visited_at) ?></a> <?cs
var:Lang.State.visit_mode[v.mode] ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.State.visit_result[v.result] ?><?cs
var:Lang.recruit.comma ?><?cs var:v.visitor ?><?cs if:v.facts == "branch" ?> <b class="tag branch"><?cs
var:Lang.State.visit_facts.branch ?></b><?cs /if ?></p><?cs if:v.note ?><p><?cs var:v.note ?></p><?cs /if ?></li>
<?cs /each ?></ol>
<?cs else ?><p class="empty"><?cs var:Lang.needs.visits_none ?></p>
<?cs /if ?><h2><?cs var:Lang.needs.needs_of ?></h2>
<?cs if:subcount(Page.Needs) ?><ul class="rows">
<?cs each:n = Page.Needs ?><li><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a> <span><?cs var:on(n.day) ?> <?cs
var:n.category ?></span><span><?cs var:n.description ?></span> <b class="tag <?cs var:n.state ?> end"><?cs
var:Lang.State.need[n.state] ?></b></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.needs.needs_none ?></p>
<?cs /if ?><?cs include!"notes_of.cs" ?><?cs if:Page.Household.state == "active" ?><h2><?cs var:Lang.needs.household_close ?></h2>
<form class="form" method="post" action="/needs/households/<?cs var:Page.Household.no ?>/close" novalidate><?cs include!"token.cs" ?>
<?cs call:text("close_reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.needs.household_close ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
