<?cs set:Title = Lang.platform.Transfer.in ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer"><?cs var:Lang.platform.Transfer.title ?></a> › <?cs var:Lang.platform.Transfer.in ?></p>
<h1><?cs var:Lang.platform.Transfer.in ?></h1>
</div>
<?cs if:Page.twice ?><p class="note wait"><a href="/platform/transfer/<?cs var:Page.twice ?>"><?cs
var:Lang.platform.Transfer.see_twice ?></a></p>
<?cs /if ?><p><?cs var:Lang.platform.Transfer.in_lead ?></p>
<form class="form" method="post" enctype="multipart/form-data" action="/platform/transfer/in" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("volunteer", "required") ?><?cs call:file("bundle", "required", ".json,application/json") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.platform.Transfer.check ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
