<?cs set:Title = Lang.platform.Transfer.csv ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer"><?cs var:Lang.platform.Transfer.title ?></a> › <?cs var:Lang.platform.Transfer.csv ?></p>
<h1><?cs var:Lang.platform.Transfer.csv ?></h1>
</div>
<?cs if:Page.twice ?><p class="note wait"><a href="/platform/transfer/<?cs var:Page.twice ?>"><?cs
var:Lang.platform.Transfer.see_twice ?></a></p>
<?cs /if ?><p><?cs var:Lang.platform.Transfer.csv_lead ?></p>
<p class="note"><?cs var:Lang.platform.Transfer.csv_columns ?></p>
<form class="form" method="post" enctype="multipart/form-data" action="/platform/transfer/csv" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("volunteer", "required") ?><?cs call:text("other", "required") ?><?cs
call:file("bundle", "required", ".csv,.txt,text/csv") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.platform.Transfer.check ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
