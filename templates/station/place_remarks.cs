<?cs set:Title = Lang.station.remarks ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"station/remark.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/places"><?cs var:Lang.station.place_list ?></a> › <a href="/station/places/<?cs
var:Page.No ?>"><?cs var:Page.Name ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Lang.station.remarks ?></h1>
</div>
<form class="form" method="post" action="/station/places/<?cs var:Page.No ?>/remarks" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("words", "required") ?><?cs call:day("due_on", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.station.remark_make ?></button></p>
</form>
<?cs if:subcount(Page.Remarks) ?><ol class="line">
<?cs each:r = Page.Remarks ?><li><?cs call:remark(r) ?><?cs if:r.state == "answered" ?><form method="post" action="/station/places/<?cs
var:Page.No ?>/remarks/<?cs var:r.uid ?>/done"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.station.remark_done ?></button></form>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs else ?><p class="empty"><?cs var:Lang.station.remarks_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
