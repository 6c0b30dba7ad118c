<?cs set:Title = Page.Meeting.topic ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<?cs set:At.base = "/needs/meetings/" + Page.Meeting.uid ?>
<div class="bar">
<p class="crumb"><a href="/needs/meetings"><?cs var:Lang.needs.meetings ?></a> › <?cs var:Page.Meeting.topic ?></p>
<h1><?cs var:Page.Meeting.topic ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Frame.print_all ?></button>
<a class="button" href="<?cs var:url_validate(At.base) ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.needs.Field.held_at ?></dt><dd><?cs var:at(Page.Meeting.held_at) ?></dd></div>
<div><dt><?cs var:Lang.Field.place ?></dt><dd><?cs var:Page.Meeting.place ?></dd></div>
<div><dt><?cs var:Lang.needs.Field.present ?></dt><dd><?cs var:Page.Meeting.present ?></dd></div>
<div><dt><?cs var:Lang.needs.Meetings.clerk ?></dt><dd><?cs var:Page.Meeting.clerk ?></dd></div>
<?cs if:Page.Meeting.minutes ?><div class="whole"><dt><?cs var:Lang.needs.Field.minutes ?></dt><dd class="prose"><?cs
var:Page.Meeting.minutes ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.needs.meeting_needs ?></h2>
<?cs if:subcount(Page.Needs) ?><ul class="rows">
<?cs each:n = Page.Needs ?><li><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a> <span><?cs
var:n.category_name ?></span> <span><?cs var:n.description ?></span> <b class="tag <?cs var:n.state ?> end"><?cs
var:Lang.State.need[n.state] ?></b></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.needs.meeting_needs_none ?></p>
<?cs /if ?><details<?cs if:Page.Error.description || Page.Error.category || Page.Error.household || Page.Error.phone
|| Page.Error.name ?> open<?cs /if ?>><summary><?cs var:Lang.needs.meeting_need ?></summary>
<form class="form" method="post" action="<?cs var:url_validate(At.base) ?>/need" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("description", "required", "3") ?><?cs
call:select("category", "required", Page.Category) ?><?cs call:select("target_group", "optional", Page.Recipient) ?><?cs
call:code_typed("household", "optional") ?><?cs call:person("name", "optional") ?><?cs call:tel("phone", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.needs.meeting_need ?></button></p>
</form></details>
<h2><?cs var:Lang.needs.meeting_people ?></h2>
<?cs if:subcount(Page.People) ?><ul class="rows">
<?cs each:p = Page.People ?><li><b><?cs var:p.name ?></b> <?cs if:p.no ?><a href="/needs/households/<?cs var:p.no ?>"><?cs
var:p.no ?></a> <?cs /if ?><small><?cs var:Lang.needs.MeetingWho[p.kind] ?></small>
<form class="end" method="post" action="<?cs var:url_validate(At.base) ?>/unperson"><?cs include!"token.cs" ?><input type="hidden"
name="person" value="<?cs var:p.ref ?>"><button class="button" type="submit"><?cs var:Lang.needs.remove ?><span class="hidden"> <?cs
var:p.name ?></span></button></form></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.needs.meeting_people_none ?></p>
<?cs /if ?><details<?cs if:Page.Error.residents || Page.Error.hosts ?> open<?cs /if ?>><summary><?cs
var:Lang.needs.meeting_person ?></summary>
<form class="form" method="post" action="<?cs var:url_validate(At.base) ?>/person" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:checks("hosts", "optional", Page.Staff) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("residents", "optional", "3") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.needs.meeting_person ?></button></p>
</form></details>
<?cs include!"staff_foot.cs" ?>
