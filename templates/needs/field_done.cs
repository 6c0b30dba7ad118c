<?cs set:Title = Lang.needs.field_done ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/needs/field"><?cs var:Lang.needs.field ?></a>
<h1><?cs var:Lang.needs.field_done ?></h1>
<?cs if:subcount(Page.Results) ?><ul class="list">
<?cs each:r = Page.Results ?><li><div class="row"><span><?cs var:r.no ?><?cs if:r.text ?><small><?cs var:r.text ?></small><?cs
/if ?></span><b class="tag <?cs if:r.result == "bad" ?>bad<?cs else ?>good<?cs /if ?>"><?cs
var:Lang.needs.Given[r.result] ?></b></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
