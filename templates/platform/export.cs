<?cs set:Title = Lang.platform.export ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.platform.export ?></h1>
<div class="acts"><?cs if:subcount(Page.Files) ?><a class="button" href="/platform/receipts"><?cs
var:Lang.platform.receipts_enter ?></a><?cs /if ?></div>
</div>
<?cs if:subcount(Page.Files) ?><p><?cs var:Lang.platform.export_lead ?></p>
<?cs if:subcount(Page.Waiting) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.platform.export ?>">
<table class="list">
<caption class="hidden"><?cs var:Lang.platform.export ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.platform.destination ?></th><th scope="col"><?cs var:Lang.platform.kind ?></th>
<th class="num" scope="col"><?cs var:Lang.State.outbox.waiting ?></th><th class="num" scope="col"><?cs
var:Lang.State.outbox.exported ?></th></tr></thead>
<tbody>
<?cs each:w = Page.Waiting ?><tr><td class="w"><?cs var:w.destination ?></td><td><?cs var:Lang.State.outbox_kind[w.kind] ?></td>
<td class="num"><?cs var:w.waiting ?></td><td class="num"><?cs var:w.exported ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.export_nothing ?></p>
<?cs /if ?><h2><?cs var:Lang.platform.export_make ?></h2>
<form class="form" method="post" action="/platform/export" novalidate><?cs include!"token.cs" ?>
<?cs call:select("destination", "required", Page.Files) ?><?cs call:select("kind", "required", Lang.State.outbox_kind) ?><?cs
call:select("format", "required", Lang.platform.Format) ?><?cs call:check("again", Lang.platform.again) ?><?cs set:At.wide = #1 ?><?cs
call:text_as("purpose", "required", Lang.platform.export_purpose, Lang.platform.export_purpose_hint) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.platform.export_make ?></button></p>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.platform.export_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
