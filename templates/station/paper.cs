<?cs set:Title = Lang.station.paper_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/papers"><?cs var:Lang.station.papers ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<form class="form" method="post" enctype="multipart/form-data" action="/station/papers/new" novalidate><?cs include!"token.cs" ?>
<?cs call:select("kind", "required", Lang.State.paper_kind) ?><?cs call:number("year", "required") ?><?cs
call:text("title", "required") ?><?cs call:file("file", "required", "image/jpeg,image/png,application/pdf") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
