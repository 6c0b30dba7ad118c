<?cs set:Title = Page.Team.name ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/team/t/<?cs var:Page.Team.uid ?>"><?cs var:Page.Team.name ?></a>
<h1><?cs var:Lang.team.lead ?></h1>
<h2><?cs var:Lang.team.asks ?></h2>
<?cs if:subcount(Page.Asks) ?><?cs each:a = Page.Asks ?><section class="card">
<p><strong><?cs var:a.name ?></strong> <small><?cs var:on(a.asked_at) ?></small></p>
<?cs if:string.length(a.words) ?><p><?cs var:a.words ?></p>
<?cs /if ?><form method="post" action="/team/t/<?cs var:Page.Team.uid ?>/ask/<?cs var:a.uid ?>/accept"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.team.accept ?><span class="hidden"> <?cs
var:a.name ?></span></button></form>
<form method="post" action="/team/t/<?cs var:Page.Team.uid ?>/ask/<?cs var:a.uid ?>/refuse"><?cs
include!"token.cs" ?><button class="button second" type="submit"><?cs var:Lang.team.refuse_ask ?><span class="hidden"> <?cs
var:a.name ?></span></button></form>
</section>
<?cs /each ?><?cs else ?><div class="empty"><p><?cs var:Lang.team.asks_none ?></p></div>
<?cs /if ?><h2><?cs var:Lang.team.members ?></h2>
<ul class="list">
<?cs each:m = Page.Members ?><li><div class="row"><span><?cs var:m.name ?><small><?cs var:on(m.joined_at) ?></small></span> <span
 class="value"><?cs var:Lang.State.team_member_role[m.role] ?></span></div></li>
<?cs /each ?></ul>
<?cs include!"volunteer_foot.cs" ?>
