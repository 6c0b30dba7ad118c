<?cs set:Title = Lang.team.edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/team/desk/<?cs var:Page.Team.uid ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/team/"><?cs var:Lang.team.teams ?></a> › <a href="/team/desk/<?cs var:Page.Team.uid ?>"><?cs
var:Page.Team.name ?></a> › <?cs var:Lang.team.edit ?></p>
<h1><?cs var:Lang.team.edit ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs include!"team/form.cs" ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
