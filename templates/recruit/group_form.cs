<?cs if:subcount(Page.Rows) ?><p class="note<?cs if:Page.Bad ?> wait<?cs /if ?>"><?cs
if:Page.Signed ?><?cs var:Lang.recruit.group_signed ?> <?cs var:Page.Signed ?> <?cs var:Lang.Layout.persons ?><?cs
elif:Page.Good ?><?cs var:Lang.recruit.group_can ?> <?cs var:Page.Good ?> <?cs var:Lang.Layout.persons ?><?cs /if ?><?cs
if:Page.Bad ?> <?cs var:Lang.recruit.group_cannot ?> <?cs var:Page.Bad ?> <?cs var:Lang.Layout.persons ?><?cs /if ?></p>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.recruit.group_rows ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.recruit.group_rows ?></caption>
<thead><tr><th class="num" scope="col"><?cs var:Lang.recruit.group_line ?></th><th scope="col"><?cs
var:Lang.recruit.group_typed ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr><td class="num"><?cs var:r.line ?></td><td><?cs var:r.text ?></td><td><?cs
if:r.fits ?><b class="tag accepted"><?cs var:Lang.recruit.Group[r.word] ?></b><?cs
else ?><?cs var:Lang.recruit.Group[r.word] ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs set:At.wide = #1 ?><?cs call:textarea("people", "required", "12") ?>
<p class="acts"><?cs if:Page.Good ?><button class="button go" type="submit" name="sign" value="1"><?cs
var:Lang.recruit.group_sign ?> <?cs var:Page.Good ?> <?cs var:Lang.Layout.persons ?></button> <?cs
/if ?><button class="button<?cs if:Page.Good ?> second<?cs else ?> go<?cs /if ?>" type="submit"><?cs
var:Lang.recruit.group_look ?></button></p>
