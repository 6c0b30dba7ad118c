<?cs set:Title = Lang.commend.certificate_new ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/commend/mine"><?cs var:Lang.commend.to_mine ?></a>
<h1><?cs var:Lang.commend.certificate_new ?></h1>
<?cs if:subcount(Page.Stations) || subcount(Page.Errors) ?><p><?cs var:Lang.commend.certificate_about ?></p>
<form method="post" action="/commend/certificate" novalidate><?cs include!"token.cs" ?>
<?cs if:Page.Several ?><?cs call:radios("station", "required", Page.Stations) ?><?cs /if ?><?cs
call:day("from_on", "optional") ?><?cs call:day("to_on", "optional") ?><?cs call:text("purpose", "optional") ?>
<button class="button" type="submit"><?cs var:Lang.commend.certificate_make ?></button>
</form>
<?cs else ?><div class="empty"><p><?cs var:Lang.commend.certificate_none ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Made) ?><h2><?cs var:Lang.commend.certificates ?></h2>
<ul class="list">
<?cs each:c = Page.Made ?><li><a class="row" href="/commend/certificate/<?cs var:c.no ?>"><span><?cs var:c.hours ?> <?cs
var:Lang.Layout.hours ?><small><?cs var:span(c.from_on + "/" + c.to_on) ?></small></span> <b class="tag <?cs
var:c.state ?>"><?cs var:Lang.State.certificate[c.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"resident_foot.cs" ?>
