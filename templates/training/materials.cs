<?cs set:Title = Lang.training.materials ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/training/manage"><?cs var:Lang.training.manage ?></a> › <a href="/training/manage/<?cs
var:Page.Training.no ?>"><?cs var:Page.Training.title ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<p class="soft"><?cs var:Lang.training.materials_about ?></p>
<?cs if:subcount(Page.Materials) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.training.materials ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.training.Field.material ?></th><th scope="col"><?cs var:Lang.training.material_by ?></th><th
scope="col"><?cs var:Lang.training.material_at ?></th><th class="no-print" scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:m = Page.Materials ?><tr><td class="w"><a href="/training/manage/<?cs var:Page.Training.no ?>/materials/<?cs
var:m.uid ?>"><?cs var:m.title ?></a></td><td><?cs var:m.author ?></td><td><?cs var:short(m.added_at) ?></td><td class="no-print"><form
method="post" action="/training/manage/<?cs var:Page.Training.no ?>/materials/<?cs var:m.uid ?>/remove"><?cs
include!"token.cs" ?><button class="plain" type="submit"><?cs var:Lang.training.material_remove ?><span class="hidden"> <?cs
var:m.title ?></span></button></form></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.training.materials_none ?></p>
<?cs /if ?><h2><?cs var:Lang.training.material_new ?></h2>
<form class="form" method="post" enctype="multipart/form-data" action="/training/manage/<?cs
var:Page.Training.no ?>/materials" novalidate><?cs include!"token.cs" ?>
<?cs call:text("material", "required") ?><?cs call:file("file", "required", "image/jpeg,image/png,application/pdf") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
