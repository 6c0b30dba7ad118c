<?cs set:Title = Lang.needs.paste ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/ledger"><?cs var:Lang.needs.ledger ?></a> › <?cs var:Lang.needs.paste ?></p>
<h1><?cs var:Lang.needs.paste ?></h1>
</div>
<p><?cs var:Lang.needs.paste_about ?> <?cs var:Lang.needs.paste_order ?></p>
<form method="post" action="/needs/ledger/paste" enctype="multipart/form-data" novalidate><?cs include!"token.cs" ?>
<?cs if:subcount(Page.Rows) ?><p class="note<?cs if:Page.Bad ?> wait<?cs /if ?>"><?cs
if:Page.Stored ?><?cs var:Lang.needs.paste_stored ?> <?cs var:Page.Stored ?> <?cs var:Lang.needs.paste_unit ?><?cs
elif:Page.Good ?><?cs var:Lang.needs.paste_good ?> <?cs var:Page.Good ?> <?cs var:Lang.needs.paste_unit ?><?cs /if ?><?cs
if:Page.Bad ?> <?cs var:Lang.needs.paste_bad ?> <?cs var:Page.Bad ?> <?cs var:Lang.needs.paste_unit ?><?cs /if ?></p>
<?cs if:Page.Unused ?><p class="note wait"><?cs var:Lang.needs.paste_unused ?><?cs var:Page.Unused ?></p>
<?cs /if ?><?cs if:Page.Above ?><p class="note wait"><?cs var:Lang.needs.paste_above ?><?cs var:Page.Above ?></p>
<?cs /if ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.needs.paste_rows ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.paste_rows ?></caption>
<thead><tr><th class="num"><?cs var:Lang.needs.paste_line ?></th><th><?cs var:Lang.Layout.state ?></th><th><?cs
var:Lang.needs.category ?></th><th><?cs var:Lang.needs.description ?></th><th><?cs var:Lang.Field.name ?></th><th><?cs
var:Lang.Field.phone ?></th><th><?cs var:Lang.needs.Field.address ?></th><th><?cs var:Lang.needs.target_group ?></th><th><?cs
var:Lang.needs.grid ?></th><th><?cs var:Lang.needs.wished ?></th><th><?cs var:Lang.needs.source ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr><td class="num"><?cs var:r.line ?></td><td><b class="tag <?cs
if:r.word == "stored" ?>info<?cs else ?><?cs var:r.word ?><?cs /if ?>"><?cs var:Lang.needs.PasteWord[r.word] ?></b> <?cs
if:r.no ?><a href="/needs/ledger/<?cs var:r.no ?>"><?cs var:r.no ?></a><?cs /if ?></td>
<td><?cs var:r.category_name ?></td><td class="w"><?cs var:r.description ?></td><td><?cs var:r.name ?></td><td><?cs
var:r.phone ?></td><td><?cs var:r.address ?></td><td><?cs var:r.target_name ?></td><td><?cs var:r.grid ?></td><td><?cs
var:r.wished ?></td><td><?cs var:Lang.needs.Source[r.source] ?></td></tr>
<?cs if:subcount(r.Faults) ?><tr><td></td><td colspan="10"><?cs each:f = r.Faults ?><b class="bad"><?cs
var:f.text ?></b><br><?cs /each ?><small><?cs var:r.raw ?></small></td></tr>
<?cs /if ?><?cs /each ?></tbody>
</table></div>
<?cs if:Page.Good ?><p class="acts"><button class="button go" type="submit" name="store" value="1"><?cs
var:Lang.needs.paste_store ?> <?cs var:Page.Good ?> <?cs var:Lang.needs.paste_unit ?></button></p>
<?cs /if ?><?cs /if ?><div class="form">
<?cs set:At.wide = #1 ?><?cs set:At.chips = #1 ?><?cs call:radios("source", "required", Lang.needs.SourceChoice) ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("table", "required", "12") ?>
<?cs call:check("doubles", "") ?>
<p class="acts"><button class="button<?cs if:!Page.Good ?> go<?cs /if ?>" type="submit"><?cs var:Lang.needs.paste_look ?></button></p>
</div>
</form>
<details><summary><?cs var:Lang.needs.paste_words ?></summary>
<ul class="rows">
<?cs each:c = Lang.needs.Paste.Column ?><li><?cs var:c ?></li>
<?cs /each ?></ul>
<dl class="facts">
<div class="whole"><dt><?cs var:Lang.needs.category ?></dt><dd><?cs each:c = Page.Category ?><?cs var:c.name ?> <?cs /each ?></dd></div>
<div class="whole"><dt><?cs var:Lang.needs.target_group ?></dt><dd><?cs each:c = Page.Recipient ?><?cs var:c.name ?> <?cs
/each ?></dd></div>
</dl>
</details>
<?cs include!"staff_foot.cs" ?>
