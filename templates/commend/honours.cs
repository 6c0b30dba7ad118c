<?cs set:Title = Lang.commend.roll ?><?cs set:Share = Lang.commend.roll_about ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.commend.roll ?></h1>
<p><?cs var:Lang.commend.roll_about ?></p>
<h2><?cs var:Lang.commend.roll_stars ?></h2>
<?cs if:subcount(Page.Stars) ?><ul class="list">
<?cs each:s = Page.Stars ?><li><div class="row"><span><strong><?cs var:s.name ?></strong><small><?cs var:s.station ?></small></span>
<span class="value"><?cs var:Lang.Star[s.star] ?></span></div></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.commend.roll_stars_empty ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Honours) ?><h2><?cs var:Lang.commend.roll_honours ?></h2>
<ul class="list">
<?cs each:h = Page.Honours ?><li><div class="row"><span><strong><?cs var:h.person ?></strong> <?cs var:h.name ?><small><?cs
var:h.authority ?></small></span> <span class="value"><?cs var:on(h.awarded_on) ?></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Notice) ?><h2><?cs var:Lang.commend.star_notice ?></h2>
<p><?cs var:Lang.commend.notice_about ?></p>
<ul class="list">
<?cs each:n = Page.Notice ?><li><div class="row"><span><strong><?cs var:n.name ?></strong> <?cs var:Lang.Star[n.star] ?><small><?cs
var:n.station ?></small><?cs if:n.phone ?><small><?cs var:Lang.Frame.phone ?> <?cs var:n.phone ?></small><?cs /if ?></span>
<span class="value"><?cs var:Lang.commend.notice_until ?> <?cs var:on(n.notice_until) ?></span></div>
<a class="go" href="/commend/notice/<?cs var:n.ref ?>"><?cs var:Lang.commend.object_go ?><span class="hidden"> <?cs
var:n.name ?></span></a></li>
<?cs /each ?></ul>
<p><?cs var:Lang.commend.object_sign_in ?></p>
<?cs /if ?><?cs if:subcount(Page.Decisions) ?><h2><?cs var:Lang.commend.decisions_notice ?></h2>
<ul class="list">
<?cs each:d = Page.Decisions ?><li><a class="row" href="/commend/decisions/<?cs var:d.uid ?>"><span><strong><?cs
var:d.title ?></strong><small><?cs
var:d.station ?></small></span> <span class="value"><?cs var:Lang.commend.notice_until ?> <?cs var:on(d.notice_until) ?></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><a class="button second" href="/commend/honours/<?cs var:Page.Year ?>"><?cs var:Page.Year ?> <?cs
var:Lang.commend.roll_year ?></a>
<a class="button second" href="/commend/verify"><?cs var:Lang.commend.verify ?></a>
<?cs include!"public_foot.cs" ?>
