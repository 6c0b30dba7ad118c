<?cs set:Title = Lang.support.text_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/texts"><?cs var:Lang.support.texts ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<p><?cs if:Page.OfRegion ?><?cs var:Lang.support.text_region_about ?><?cs else ?><?cs var:Lang.support.text_about ?><?cs /if ?></p>
<form class="form" method="post" action="/support/texts/new" novalidate><?cs include!"token.cs" ?>
<?cs call:text("title", "required") ?><?cs call:number("valid_months", "required") ?><?cs set:At.wide = #1 ?><?cs
call:textarea("words", "required", "18") ?><?cs set:At.wide = #1 ?><?cs call:check("again", "") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.support.text_publish ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
