<?cs set:Title = Lang.station.remarks ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"station/remark.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.remarks ?></h1>
</div>
<p><?cs var:Lang.station.remarks_about ?></p>
<?cs if:subcount(Page.Remarks) ?><ol class="line">
<?cs each:r = Page.Remarks ?><li><?cs
call:remark(r) ?><?cs if:r.state != "done" ?><form class="form" method="post" action="/station/remarks/<?cs
var:r.uid ?>/answer" novalidate><?cs include!"token.cs" ?><div class="field whole"><label for="f-answer<?cs
if:!first(r) ?>-<?cs var:name(r) ?><?cs /if ?>"><?cs var:Lang.station.Field.answer ?></label><input type="text" id="f-answer<?cs
if:!first(r) ?>-<?cs var:name(r) ?><?cs /if ?>" name="answer"></div>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.station.remark_send ?></button></p></form>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs else ?><p class="empty"><?cs var:Lang.station.remarks_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
