<?cs set:Title = Lang.commend.cases ?><?cs include!"public_head.cs" ?>
<?cs if:Page.Of ?><a class="back" href="/s/<?cs var:Page.Of ?>"><?cs var:Lang.Layout.to_front ?></a>
<?cs /if ?><h1><?cs var:Lang.commend.cases ?></h1>
<?cs if:Page.Of ?><p class="soft"><?cs var:Page.Station.name ?></p>
<?cs /if ?><?cs if:subcount(Page.Cases) ?><ul class="list">
<?cs each:c = Page.Cases ?><li><a class="row" href="/commend/cases/<?cs var:c.uid ?>"><span><?cs var:c.title ?><small><?cs
var:Lang.State.typical_case_kind[c.kind] ?> <?cs if:!Page.Of ?><?cs var:c.station ?> <?cs /if ?><?cs
var:on(c.published_on) ?></small><small><?cs var:c.lead ?></small></span></a></li>
<?cs /each ?></ul>
<?cs if:Page.Next ?><p><a class="go" href="/commend/cases?after=<?cs var:url_escape(Page.Next) ?><?cs if:Page.Of ?>&amp;station=<?cs
var:Page.Of ?><?cs /if ?>"><?cs var:Lang.commend.cases_more ?></a></p>
<?cs /if ?><?cs else ?><div class="empty"><p><?cs var:Lang.commend.cases_none ?></p></div>
<?cs /if ?><?cs if:Page.Of ?><p><a class="go" href="/commend/cases"><?cs var:Lang.commend.cases_all ?></a></p>
<?cs /if ?><?cs include!"public_foot.cs" ?>
