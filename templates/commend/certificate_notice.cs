<?cs set:Title = Lang.commend.certificate_notice ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.commend.certificate_notice ?></h1>
<p><?cs var:Page.Station.name ?></p>
<p><?cs var:Lang.commend.certificate_notice_about ?></p>
<?cs if:subcount(Page.Notice) ?><ul class="list">
<?cs each:n = Page.Notice ?><li><a class="row" href="/commend/verify/<?cs var:n.no ?>"><span><strong><?cs
var:n.name ?></strong> <?cs var:n.hours ?> <?cs var:Lang.Layout.hours ?><small><?cs
var:span(n.from_on + "/" + n.to_on) ?></small><small><?cs
var:n.no ?></small></span> <span class="value"><?cs var:Lang.commend.notice_until ?> <?cs var:on(n.notice_until) ?></span></a></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.commend.certificate_notice_empty ?></p></div>
<?cs /if ?><a class="button second" href="/station/feedback?station=<?cs var:Page.Station.no ?>"><?cs
var:Lang.commend.certificate_notice_object ?></a>
<?cs include!"public_foot.cs" ?>
