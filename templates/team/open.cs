<?cs set:Title = Lang.team.open ?><?cs set:Share = Lang.team.share ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.team.open ?></h1>
<?cs if:subcount(Page.Teams) ?><ul class="list">
<?cs each:t = Page.Teams ?><li><a class="row" href="/team/t/<?cs var:t.uid ?>"><span><strong><?cs var:t.name ?></strong><small><?cs
var:t.categories ?></small><small><?cs var:t.station ?></small></span> <b class="value"><?cs var:t.members ?> <?cs
var:Lang.Layout.persons ?></b></a></li>
<?cs /each ?></ul>
<?cs include!"pager.cs" ?><?cs else ?><div class="empty"><p><?cs var:Lang.team.open_empty ?></p></div>
<?cs /if ?><a class="button second" href="/team/mine"><?cs var:Lang.team.mine ?></a>
<?cs include!"public_foot.cs" ?>
