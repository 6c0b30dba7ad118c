<?cs set:Title = Page.Team.name ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:fact(label, value) ?><?cs if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?>
<a class="back" href="/team/list"><?cs var:Lang.team.open ?></a>
<h1><?cs var:Page.Team.name ?></h1>
<?cs if:Page.Team.state != "approved" ?><p class="note wait"><?cs var:Lang.team.State[Page.Team.state] ?><?cs
if:Page.Team.reason ?> <?cs var:Page.Team.reason ?><?cs /if ?></p>
<?cs /if ?><?cs if:Page.Mine.role ?><p class="note good"><?cs var:Lang.team.you_are ?> <?cs
var:Lang.State.team_member_role[Page.Mine.role] ?></p>
<?cs elif:Page.Mine.asked_at ?><p class="note wait"><?cs var:Lang.team.you_asked ?> <?cs var:on(Page.Mine.asked_at) ?></p>
<?cs /if ?><section class="card">
<dl class="facts">
<?cs call:fact(Lang.team.Field.kind, Page.Team.kind) ?><?cs call:fact(Lang.team.Field.categories, Page.Team.categories) ?><?cs
call:fact(Lang.team.Field.field, Page.Team.field) ?><div><dt><?cs var:Lang.team.members ?></dt><dd><?cs var:Page.Team.members ?> <?cs
var:Lang.Layout.persons ?></dd></div>
<?cs call:fact(Lang.team.Field.needs, Page.Team.needs) ?><?cs call:fact(Lang.team.Field.address, Page.Team.address) ?><?cs
call:fact(Lang.team.station, Page.Team.station) ?><div><dt><?cs var:Lang.team.contact ?></dt><dd><?cs var:Page.Team.contact_name ?> <a
 href="tel:<?cs var:url_escape(Page.Team.contact_phone) ?>"><?cs var:Page.Team.contact_phone ?></a></dd></div>
</dl>
<?cs if:Page.Team.intro ?><p><?cs var:Page.Team.intro ?></p>
<?cs /if ?></section>
<?cs if:Page.Can.lead ?><a class="button" href="/team/t/<?cs var:Page.Team.uid ?>/lead"><?cs var:Lang.team.lead ?></a>
<?cs /if ?><?cs if:subcount(Page.Projects) ?><h2><?cs var:Lang.team.open_projects ?></h2>
<ul class="list">
<?cs each:p = Page.Projects ?><li><a class="shift" href="/recruit/<?cs var:p.no ?>"><span class="when"><?cs
var:span(p.starts_on + "/" + p.ends_on) ?></span><strong><?cs var:p.title ?></strong></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Can.sign_in ?><p><?cs var:Lang.team.sign_in ?></p>
<a class="button" href="/account/me"><?cs var:Lang.team.sign_in_button ?></a>
<?cs /if ?><?cs if:Page.Can.join ?><form method="post" action="/team/t/<?cs var:Page.Team.uid ?>/join" novalidate><?cs include!"token.cs" ?>
<?cs if:Page.Team.join_mode != "2" ?><?cs call:text("words", "optional") ?><?cs /if ?><button class="button" type="submit"><?cs
var:Lang.team.join ?></button></form>
<?cs /if ?><?cs if:Page.Can.leave ?><form method="post" action="/team/t/<?cs var:Page.Team.uid ?>/leave"><?cs
include!"token.cs" ?><button class="button danger" type="submit"><?cs if:Page.Mine.role ?><?cs var:Lang.team.leave ?><?cs
else ?><?cs var:Lang.team.withdraw ?><?cs /if ?></button></form>
<?cs /if ?><?cs include!"public_foot.cs" ?>
