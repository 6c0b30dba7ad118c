<?cs set:Title = Lang.support.agreement_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/agreements"><?cs var:Lang.support.agreements ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<?cs if:Page.Text.title ?><p><?cs var:Lang.support.agreement_about ?></p>
<p class="note"><?cs var:Lang.support.text_in_force ?> <b><?cs var:Page.Text.title ?></b> <?cs var:Lang.support.version ?> <?cs
var:Page.Text.version ?></p>
<form class="form" method="post" enctype="multipart/form-data" action="/support/agreements/new" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("volunteer_no", "required") ?><?cs call:day("signed_on", "required") ?><?cs
call:file("file", "required", "image/jpeg,image/png,application/pdf") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.support.no_text ?></p>
<p class="acts"><a class="button" href="/support/texts"><?cs var:Lang.support.texts ?></a></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
