<?cs set:Title = Lang.team.found ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/team/mine"><?cs var:Lang.team.mine ?></a>
<h1><?cs var:Lang.team.found ?></h1>
<p><?cs var:Lang.team.found_about ?></p>
<form method="post" action="/team/found" novalidate><?cs include!"token.cs" ?>
<?cs include!"team/form.cs" ?><button class="button" type="submit"><?cs var:Lang.team.found_button ?></button>
</form>
<?cs include!"volunteer_foot.cs" ?>
