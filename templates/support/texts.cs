<?cs set:Title = Lang.support.texts ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.support.texts ?></h1>
<?cs if:Page.Can.publish ?><div class="acts"><a class="button go" href="/support/texts/new" data-key="n"><?cs
var:Lang.support.text_new ?></a></div>
<?cs /if ?></div>
<p><?cs var:Lang.support.texts_about ?></p>
<?cs if:subcount(Page.Texts) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.texts ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.support.Agreements.title ?></th><th class="num" scope="col"><?cs
var:Lang.support.version ?></th><th scope="col"><?cs var:Lang.support.holds_for ?></th><th class="num" scope="col"><?cs
var:Lang.support.Field.valid_months ?></th><th class="num" scope="col"><?cs var:Lang.support.signed_count ?></th><th scope="col"><?cs
var:Lang.support.made_at ?></th><th scope="col"><?cs var:Lang.support.made_by ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:t = Page.Texts ?><tr><td class="w"><a href="/support/texts/<?cs var:t.uid ?>"><?cs var:t.title ?></a></td><td class="num"><?cs
var:t.version ?></td><td><?cs var:t.station ?><?cs var:t.region ?></td><td class="num"><?cs var:t.valid_months ?></td><td class="num"><?cs
var:t.signed ?></td><td><?cs var:at(t.made_at) ?></td><td><?cs var:t.made_by ?></td><td><b class="tag <?cs
if:t.holds == #1 ?>valid<?cs else ?>ended<?cs /if ?>"><?cs if:t.holds == #1 ?><?cs var:Lang.support.holds ?><?cs
else ?><?cs var:Lang.support.holds_not ?><?cs /if ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.texts_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
