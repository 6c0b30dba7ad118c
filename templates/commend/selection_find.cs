<?cs set:Title = Lang.commend.selection_find ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"commend/bounds.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/selections"><?cs var:Lang.commend.selections ?></a> › <a href="/commend/manage/selections/<?cs
var:Page.Selection.uid ?>"><?cs var:Page.Selection.name ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<?cs if:?Page.Looked ?><span><?cs var:Lang.commend.find_looked ?> <b class="n"><?cs var:Page.Looked ?></b><?cs
var:Lang.commend.find_met ?> <b class="n"><?cs var:Page.Met ?></b></span>
<?cs /if ?></div>
<nav class="tabs" aria-label="<?cs var:Lang.commend.subject ?>"><?cs each:k = Page.Kinds ?><a href="/commend/manage/selections/<?cs
var:Page.Selection.uid ?>/find?kind=<?cs var:k.subject ?>"<?cs if:k.subject == Page.Kind ?> aria-current="page"<?cs /if ?>><?cs
var:k.award ?></a> <?cs /each ?></nav>
<p><?cs var:Lang.commend.find_about ?></p>
<?cs if:!subcount(Page.Kinds) ?><p class="empty"><?cs var:Lang.commend.selection_kinds_empty ?></p>
<?cs elif:subcount(Page.Found) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.commend.selection_find ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.selection_find ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.recipient ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><th
scope="col"><?cs var:Lang.commend.selection_asks ?></th><th class="no-print" scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:f = Page.Found ?><tr><td><?cs var:f.name ?><?cs if:Page.Kind == "volunteer" ?> <small><?cs var:f.code ?></small><?cs
/if ?></td><td><?cs if:f.lacks == #0 ?><b class="tag met"><?cs var:Lang.commend.met ?></b><?cs else ?><b class="tag unmet"><?cs
var:Lang.commend.find_lacks ?> <?cs var:f.lacks ?></b><?cs /if ?></td><td><?cs each:c = f.Figures ?><p><?cs
var:Lang.commend.Figure[c.what] ?> <?cs call:figure(c.what, c.has) ?> <?cs if:c.ok == #0 ?><b class="tag unmet"><?cs
call:bound(c) ?></b><?cs else ?><small><?cs call:bound(c) ?></small><?cs /if ?></p><?cs
/each ?></td><td class="no-print"><?cs if:f.nominated ?><a href="/commend/manage/nominations/<?cs var:f.nominated ?>"><?cs
var:Lang.commend.nominated ?><span class="hidden"> <?cs var:f.name ?></span></a><?cs
elif:f.lacks == #0 && Page.Selection.state == "open" ?><form method="post" action="/commend/manage/selections/<?cs
var:Page.Selection.uid ?>/nominate"><?cs include!"token.cs" ?><input type="hidden" name="kind" value="<?cs
var:Page.Kind ?>"><input type="hidden" name="<?cs if:Page.Kind == "volunteer" ?>volunteer_no<?cs else ?>thing<?cs
/if ?>" value="<?cs var:f.code ?>"><button class="button" type="submit"><?cs var:Lang.commend.nominate ?><span class="hidden"> <?cs
var:f.name ?></span></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.find_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Lacks) ?><div class="note bad" role="alert"><p><?cs var:Lang.commend.lacks ?></p>
<ul>
<?cs each:c = Page.Lacks ?><li><?cs var:Lang.commend.Figure[c.what] ?> <?cs call:figure(c.what, c.has) ?> <?cs call:bound(c) ?></li>
<?cs /each ?></ul></div>
<?cs /if ?><?cs if:Page.Kind && Page.Selection.state == "open" ?><h2><?cs var:Lang.commend.nominate_other ?></h2>
<form class="form" method="post" action="/commend/manage/selections/<?cs var:Page.Selection.uid ?>/nominate" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="kind" value="<?cs var:Page.Kind ?>">
<?cs if:Page.Kind == "volunteer" ?><?cs call:text_short("volunteer_no", "required") ?><?cs else ?><?cs
set:At.need = "required" ?><?cs include!"commend/things.cs" ?><?cs /if ?>
<?cs set:At.wide = #1 ?><?cs call:text("outside", "optional") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.nominate ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
