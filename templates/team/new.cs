<?cs set:Title = Lang.team.new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/team/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/team/"><?cs var:Lang.team.teams ?></a> › <?cs var:Lang.team.new ?></p>
<h1><?cs var:Lang.team.new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.team.new_about ?></p>
<div class="form">
<?cs include!"team/form.cs" ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
