<?cs set:Title = Lang.commend.selection_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/commend/manage/selections/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/selections"><?cs var:Lang.commend.selections ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:text_as("name", "required", Lang.commend.selection_name, Lang.commend.selection_name_hint) ?>
<?cs set:At.wide = #1 ?><?cs call:text("organiser", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:radios("authority_kind", "required", Lang.commend.AuthorityOutside) ?>
<?cs call:number("year", "required") ?><?cs call:day("due_on", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:select("preset", "optional", Lang.commend.Preset) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
