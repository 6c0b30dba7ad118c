<?cs set:Title = Lang.platform.receipts_enter ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/export"><?cs var:Lang.platform.export ?></a> › <?cs var:Lang.platform.receipts_enter ?></p>
<h1><?cs var:Lang.platform.receipts_enter ?></h1>
</div>
<p><?cs var:Lang.platform.receipts_lead ?></p>
<form class="form" method="post" enctype="multipart/form-data" action="/platform/receipts" novalidate><?cs include!"token.cs" ?>
<?cs call:select("destination", "required", Page.Files) ?><?cs call:file("receipts", "required", ".xlsx,.csv,.jsonl,.txt") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.platform.receipts_enter ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
