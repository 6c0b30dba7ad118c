<?cs set:Title = Lang.commend.mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.commend.mine ?></h1>
<section class="card">
<p class="figure"><b><?cs var:Page.Me.Hours.minutes ?></b> <?cs var:Lang.Layout.hours ?></p>
<p class="soft"><?cs var:Lang.commend.total ?></p>
<dl class="facts">
<?cs each:h = Page.Me.Hours ?><?cs if:name(h) == "brought" ?><div><dt><?cs var:Lang.commend.brought ?></dt><dd><?cs var:h ?> <?cs
var:Lang.Layout.hours ?></dd></div>
<?cs elif:name(h) != "minutes" ?><div><dt><?cs var:Lang.Evidence[name(h)] ?></dt><dd><?cs var:h ?> <?cs
var:Lang.Layout.hours ?></dd></div>
<?cs /if ?><?cs /each ?></dl>
<a class="go" href="/activity/hours"><?cs var:Lang.commend.records ?></a>
</section>
<h2><?cs var:Lang.commend.star ?></h2>
<section class="card">
<dl class="facts">
<div><dt><?cs var:Lang.commend.star_now ?></dt><dd><?cs var:Lang.Star[Page.Me.star] ?></dd></div>
<?cs each:n = Page.Notice ?><div><dt><?cs var:Lang.Star[n.star] ?></dt><dd><b class="tag <?cs
if:n.review_at ?>review"><?cs var:Lang.State.star_award.review ?><?cs else ?><?cs var:n.state ?>"><?cs
var:Lang.State.star_award[n.state] ?><?cs /if ?></b><?cs
if:n.state == "notice" ?> <?cs var:Lang.commend.notice_until ?> <?cs var:on(n.notice_until) ?><?cs /if ?></dd></div>
<?cs /each ?><?cs if:Page.Me.next_star ?><div><dt><?cs var:Lang.commend.next ?></dt><dd><?cs
var:Lang.Star[Page.Me.next_star] ?><?cs var:Lang.commend.next_about ?> <b class="nb"><?cs var:Page.Me.next_hours ?> <?cs
var:Lang.Layout.hours ?></b></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Me.next_star ?><progress max="100" value="<?cs var:Page.Me.next_percent ?>" aria-label="<?cs
var:Lang.commend.progress ?>"><?cs var:Page.Me.next_percent ?>%</progress>
<?cs /if ?><a class="go" href="/commend/mine/star"><?cs var:Lang.commend.star_mine_go ?></a>
</section>
<h2><?cs var:Lang.commend.certificates ?></h2>
<?cs if:subcount(Page.Certificates) ?><ul class="list">
<?cs each:c = Page.Certificates ?><li><a class="row" href="/commend/certificate/<?cs var:c.no ?>"><span><?cs var:c.hours ?> <?cs
var:Lang.Layout.hours ?><small><?cs var:span(c.from_on + "/" + c.to_on) ?></small></span> <b class="tag <?cs
var:c.state ?>"><?cs var:Lang.State.certificate[c.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs /if ?><a class="button" href="/commend/certificate"><?cs var:Lang.commend.certificate_new ?></a>
<h2><?cs var:Lang.commend.honours ?></h2>
<?cs if:subcount(Page.Honours) ?><ul class="list">
<?cs each:h = Page.Honours ?><li><div class="row"><span><strong><?cs var:h.name ?></strong><small><?cs var:h.authority ?></small>
<small><?cs var:on(h.awarded_on) ?></small><?cs if:h.reason ?><small><?cs var:Lang.Layout.reason ?> <?cs var:h.reason ?></small><?cs
/if ?></span> <b class="tag <?cs var:h.state ?>"><?cs var:Lang.commend.MyHonour[h.state] ?></b></div></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.commend.honours_none ?></p></div>
<?cs /if ?><a class="button second" href="/commend/mine/honour"><?cs var:Lang.commend.honour_apply ?></a>
<?cs include!"volunteer_foot.cs" ?>
