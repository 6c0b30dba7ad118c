<?cs set:Title = Lang.commend.star_mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/commend/mine"><?cs var:Lang.commend.to_mine ?></a>
<h1><?cs var:Lang.commend.star_mine ?></h1>
<?cs include!"refused.cs" ?><section class="card">
<p class="figure"><b><?cs var:Lang.Star[Page.Me.star] ?></b></p>
<p class="soft"><?cs var:Lang.commend.total ?> <?cs var:Page.Me.hours ?> <?cs var:Lang.Layout.hours ?></p>
<p><?cs var:Lang.commend.star_mine_about ?></p>
</section>
<?cs if:subcount(Page.Next.Conditions) ?><h2><?cs var:Lang.commend.star_next ?><?cs var:Lang.Star[Page.Next.star] ?></h2>
<p class="note <?cs if:Page.Next.ok ?>good<?cs else ?>info<?cs /if ?>"><?cs if:Page.Next.ok ?><?cs
var:Lang.commend.star_next_ok ?><?cs else ?><?cs var:Lang.commend.star_next_not ?><?cs /if ?></p>
<ul class="list">
<?cs each:c = Page.Next.Conditions ?><li><div class="row"><span><strong><?cs var:Lang.commend.Condition[c.word] ?></strong>
<small><?cs if:c.most ?><?cs var:Lang.commend.at_most ?><?cs else ?><?cs var:Lang.commend.at_least ?><?cs /if ?> <?cs
var:c.wanted ?> <?cs var:Lang.commend.Unit[c.word] ?><?cs var:Lang.commend.now ?> <?cs var:c.has ?> <?cs
var:Lang.commend.Unit[c.word] ?></small>
<?cs if:!c.most ?><progress max="100" value="<?cs var:c.percent ?>" aria-label="<?cs
var:Lang.commend.Condition[c.word] ?>"><?cs var:c.percent ?>%</progress>
<?cs /if ?><?cs if:!c.ok ?><small><?cs var:Lang.commend.Help[c.word] ?></small><?cs /if ?></span> <b class="tag <?cs
if:c.ok ?>met"><?cs var:Lang.commend.met ?><?cs elif:c.lacks ?>wait"><?cs var:Lang.commend.star_lacks ?> <?cs var:c.lacks ?> <?cs
var:Lang.commend.Unit[c.word] ?><?cs else ?>wait"><?cs var:Lang.commend.unmet ?><?cs /if ?></b></div></li>
<?cs /each ?></ul>
<?cs if:Page.Next.may ?><form method="post" action="/commend/mine/star"><?cs include!"token.cs" ?>
<input type="hidden" name="star" value="<?cs var:Page.Next.star ?>">
<button class="button" type="submit"><?cs var:Lang.commend.star_apply ?><?cs var:Lang.Star[Page.Next.star] ?></button></form>
<?cs elif:Page.Next.ok ?><p class="note"><?cs var:Lang.commend.star_asked_hint ?></p>
<?cs /if ?><?cs else ?><p class="note good"><?cs var:Lang.commend.star_top ?></p>
<?cs /if ?><?cs if:subcount(Page.Awards) ?><h2><?cs var:Lang.commend.star_history ?></h2>
<ul class="list">
<?cs each:a = Page.Awards ?><li><div class="row"><span><strong><?cs var:Lang.Star[a.star] ?></strong><?cs
if:a.state == "notice" ?><small><?cs var:Lang.commend.star_until ?> <?cs var:on(a.notice_until) ?></small><?cs
elif:a.state == "disputed" ?><small><?cs var:Lang.commend.objection_said ?></small><?cs
elif:a.awarded_on ?><small><?cs var:on(a.awarded_on) ?></small><?cs
/if ?><?cs if:a.review_at ?><small><?cs var:Lang.commend.star_reviewing ?></small><?cs /if ?><?cs
if:a.reason ?><small><?cs var:Lang.Layout.reason ?> <?cs var:a.reason ?></small><?cs
elif:a.state == "refused" && a.review_why ?><small><?cs var:Lang.commend.Fell[a.review_why] ?></small><?cs
/if ?></span> <b class="tag <?cs if:a.review_at ?>review"><?cs var:Lang.State.star_award.review ?><?cs
else ?><?cs var:a.state ?>"><?cs var:Lang.State.star_award[a.state] ?><?cs /if ?></b></div></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.commend.star_ladder ?></h2>
<ul class="list">
<?cs each:l = Page.Ladder ?><li><div class="row"><span><strong><?cs var:Lang.Star[l.star] ?></strong><small><?cs
var:l.hours ?> <?cs var:Lang.Layout.hours ?></small></span><?cs if:l.held ?> <b class="tag met"><?cs
var:Lang.commend.star_held ?></b><?cs elif:l.reached ?> <b class="tag info"><?cs var:Lang.commend.star_hours_reached ?></b><?cs
/if ?></div></li>
<?cs /each ?></ul>
<?cs include!"volunteer_foot.cs" ?>
