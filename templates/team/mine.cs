<?cs set:Title = Lang.team.mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.team.mine ?></h1>
<?cs if:subcount(Page.Teams) ?><ul class="list">
<?cs each:t = Page.Teams ?><li><a class="row" href="/team/t/<?cs var:t.uid ?>"><span><strong><?cs var:t.name ?></strong><small><?cs
var:Lang.State.team_member_role[t.role] ?><?cs var:Lang.team.comma ?><?cs var:t.members ?> <?cs var:Lang.Layout.persons ?></small><?cs
if:t.asks > #0 ?><small><?cs var:Lang.team.asks_wait ?> <?cs var:t.asks ?></small><?cs /if ?><?cs
if:t.reason ?><small><?cs var:t.reason ?></small><?cs /if ?></span> <b class="tag <?cs var:t.state ?>"><?cs
var:Lang.State.team[t.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.team.mine_empty ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Asked) ?><h2><?cs var:Lang.team.asked ?></h2>
<ul class="list">
<?cs each:t = Page.Asked ?><li><a class="row" href="/team/t/<?cs var:t.uid ?>"><span><strong><?cs var:t.name ?></strong><small><?cs
var:on(t.asked_at) ?></small></span> <b class="tag <?cs var:t.state ?>"><?cs var:Lang.State.team_ask[t.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs /if ?><a class="button" href="/team/list"><?cs var:Lang.team.find ?></a>
<a class="button second" href="/team/found"><?cs var:Lang.team.found ?></a>
<?cs include!"volunteer_foot.cs" ?>
