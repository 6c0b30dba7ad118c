<?cs #
stale.cs - somebody else changed it meanwhile (edit.h): Page.Stale.Rows.N.{name,label,now,typed,left} both, Page.Stale.Fields what was sent.
?><?cs set:Title = Lang.Stale.title ?><?cs include!"staff_head.cs" ?>
<form method="post" action="<?cs var:url_validate(Page.Stale.path) ?>"><?cs include!"token.cs" ?><?cs
each:f = Page.Stale.Fields ?><input type="hidden" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>"><?cs /each ?>
<div class="bar">
<h1><?cs var:Lang.Stale.title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Stale.save ?></button></p>
</div>
<p class="note wait"><?cs if:Page.Stale.at ?><?cs var:at(Page.Stale.at) ?> <?cs var:Page.Stale.by ?> <?cs var:Lang.Stale.saved ?> <?cs
/if ?><?cs var:Lang.Stale.text ?></p>
<div class="scroll"><table class="list both">
<caption class="hidden"><?cs var:Lang.Stale.title ?></caption>
<thead><tr><th><?cs var:Lang.History.field ?></th><th><?cs var:Lang.Stale.now ?></th><th><?cs var:Lang.Stale.typed ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Stale.Rows ?><tr><th scope="row"><?cs var:r.label ?></th>
<td data-of="<?cs var:Lang.Stale.now ?>"><label class="choice"><input type="radio" name="take.<?cs
var:r.name ?>" value="now"<?cs if:r.left ?> checked<?cs /if ?>><span><?cs
if:string.length(r.now) ?><?cs var:r.now ?><?cs else ?><?cs var:Lang.History.empty ?><?cs /if ?></span></label></td>
<td data-of="<?cs var:Lang.Stale.typed ?>"><label class="choice"><input type="radio" name="take.<?cs
var:r.name ?>" value="typed"<?cs if:!r.left ?> checked<?cs /if ?>><span><?cs
if:string.length(r.typed) ?><?cs var:r.typed ?><?cs else ?><?cs var:Lang.History.empty ?><?cs /if ?></span></label></td></tr>
<?cs /each ?></tbody>
</table></div>
</form>
<?cs include!"staff_foot.cs" ?>
