<?cs set:Title = Lang.merge.pair ?><?cs set:Section = "doubles" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/merge/"><?cs var:Lang.merge.title ?></a> › <?cs var:Lang.merge.pair ?></p>
<h1><?cs var:Lang.merge.pair ?></h1>
</div>
<p><?cs var:Lang.merge.pair_about ?></p>
<form class="form" method="post" action="/merge/pair" novalidate><?cs include!"token.cs" ?>
<?cs call:code("one", "required") ?><?cs call:code("other", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.merge.pair_button ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
