<?cs set:Title = Page.Selection.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"commend/bounds.cs" ?>
<?cs set:Open = Page.Selection.state == "open" ?><?cs set:May = Page.Who.Role.reviewer || Page.Who.Role.manager ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/selections"><?cs var:Lang.commend.selections ?></a> › <?cs var:Page.Selection.year ?></p>
<h1><?cs var:Page.Selection.name ?></h1>
<b class="tag selection <?cs var:Page.Selection.state ?>"><?cs var:Lang.State.selection[Page.Selection.state] ?></b>
<div class="acts"><a class="button" href="/commend/manage/nominations?selection=<?cs var:Page.Selection.uid ?>"><?cs
var:Lang.commend.nominations ?></a><?cs if:May && Open ?><form method="post" action="/commend/manage/selections/<?cs
var:Page.Selection.uid ?>/close"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.commend.selection_close ?></button></form><?cs /if ?><?cs if:subcount(Page.Kinds) ?><a class="button go"
href="/commend/manage/selections/<?cs var:Page.Selection.uid ?>/find"><?cs var:Lang.commend.selection_find ?></a><?cs /if ?></div>
</div>
<?cs include!"refused.cs" ?>
<dl class="facts">
<div><dt><?cs var:Lang.commend.Field.organiser ?></dt><dd><?cs var:Page.Selection.organiser ?></dd></div>
<div><dt><?cs var:Lang.commend.Field.authority_kind ?></dt><dd><?cs
var:Lang.State.honour_authority_kind[Page.Selection.authority_kind] ?></dd></div>
<div><dt><?cs var:Lang.commend.Field.year ?></dt><dd><?cs var:Page.Selection.year ?></dd></div>
<?cs if:Page.Selection.due_on ?><div><dt><?cs var:Lang.commend.Field.due_on ?></dt><dd><?cs var:on(Page.Selection.due_on) ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.commend.selection_kinds ?></h2>
<?cs if:subcount(Page.Kinds) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.commend.selection_kinds ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.selection_kinds ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.subject ?></th><th scope="col"><?cs var:Lang.commend.Field.award ?></th><th
scope="col"><?cs var:Lang.commend.selection_asks ?></th><th class="num" scope="col"><?cs var:Lang.commend.nominations ?></th></tr></thead>
<tbody>
<?cs each:k = Page.Kinds ?><tr><td><?cs var:Lang.State.honour_subject[k.subject] ?></td><td class="w"><?cs var:k.award ?></td><td><?cs
each:c = Page.Conditions ?><?cs if:c.subject == k.subject ?><p><?cs var:Lang.commend.Figure[c.what] ?> <?cs call:bound(c) ?><?cs
if:Open ?></p><form class="no-print" method="post" action="/commend/manage/selections/<?cs
var:Page.Selection.uid ?>/remove"><?cs include!"token.cs" ?><input type="hidden" name="kind" value="<?cs
var:c.subject ?>"><input type="hidden" name="what" value="<?cs var:c.what ?>"><input type="hidden" name="at_most" value="<?cs
var:c.at_most ?>"><button class="plain" type="submit"><?cs var:Lang.commend.recipient_remove ?><span class="hidden"> <?cs
var:Lang.commend.Figure[c.what] ?></span></button></form><?cs else ?></p><?cs /if ?><?cs /if ?><?cs
/each ?></td><td class="num"><?cs var:k.nominations ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.selection_kinds_empty ?></p>
<?cs /if ?><?cs if:Open ?><div class="two">
<section>
<h2><?cs var:Lang.commend.condition_add ?></h2>
<form class="form" method="post" action="/commend/manage/selections/<?cs var:Page.Selection.uid ?>/condition" novalidate><?cs
include!"token.cs" ?>
<?cs call:select_as("kind", "required", Lang.State.honour_subject, Lang.commend.subject, "") ?><?cs
call:select("what", "required", Lang.commend.Figure) ?><?cs call:select("bound", "required", Lang.commend.Bound) ?><?cs
call:number("wanted", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.condition_add ?></button></p>
</form>
</section>
<section>
<h2><?cs var:Lang.commend.kind_add ?></h2>
<form class="form" method="post" action="/commend/manage/selections/<?cs var:Page.Selection.uid ?>/kind" novalidate><?cs
include!"token.cs" ?>
<?cs call:select_as("subject", "required", Lang.State.honour_subject, Lang.commend.subject, "") ?><?cs
call:text("award", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.kind_add ?></button></p>
</form>
</section>
</div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
