<?cs set:Title = Lang.Layout.site ?><?cs set:Share = Lang.station.share ?><?cs set:Large = #1 ?><?cs include!"public_head.cs" ?>
<div class="hero">
<h1><?cs if:Page.Station.name ?><?cs var:Page.Station.name ?><?cs else ?><?cs var:Lang.station.welcome ?><?cs /if ?></h1>
<?cs if:Page.Station.address ?><p><?cs var:Page.Station.address ?></p>
<?cs /if ?><?cs include!"tel.cs" ?></div>
<?cs if:Page.Find ?><section class="card">
<h2><?cs var:Lang.station.find ?></h2>
<form action="/" role="search"><div class="field"><label for="q"><?cs var:Lang.station.find_about ?></label>
<input type="search" id="q" name="q" value="<?cs var:Page.Words ?>"></div><button class="button second" type="submit"><?cs
var:Lang.station.find_button ?></button></form>
</section>
<?cs if:subcount(Page.Stations) ?><ul class="list">
<?cs each:s = Page.Stations ?><li><a class="row" href="/s/<?cs var:s.no ?>"><span><?cs var:s.name ?><small><?cs
if:string.length(s.address) ?><?cs var:s.address ?><?cs else ?><?cs var:s.region ?><?cs /if ?></small></span></a></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.station.find_nothing ?></p></div>
<?cs /if ?><?cs /if ?><a class="tile" <?cs
if:Page.Station.no ?>href="/order/new?station=<?cs var:Page.Station.no ?>"<?cs else ?>href="/station/help"<?cs /if ?>><?cs
include!"icon/hand.cs" ?><span><?cs
var:Lang.station.help_me ?><small><?cs var:Lang.station.help_me_about ?></small></span></a>
<?cs each:s = Page.Surveys ?><a class="tile" href="/needs/s/<?cs var:s.code ?>"><?cs include!"icon/form.cs" ?><span><?cs
var:Lang.station.answer_now ?><small><?cs var:s.title ?></small></span></a>
<?cs /each ?><?cs if:Page.Who.kind != "volunteer" ?><a class="tile" href="/account/sign-in?as=volunteer"><?cs
include!"icon/heart.cs" ?><span><?cs var:Lang.station.join ?><small><?cs var:Lang.station.join_about ?></small></span></a>
<?cs /if ?><?cs if:subcount(Page.News) ?><h2><?cs var:Lang.station.news ?></h2>
<ul class="list">
<?cs each:n = Page.News ?><li><a class="row" href="/s/<?cs var:Page.Station.no ?>/n/<?cs var:n.uid ?>"><span><?cs
var:n.title ?><small><?cs var:Lang.station.NewsKind[n.kind] ?> <?cs var:on(n.day) ?></small></span></a></li>
<?cs /each ?><li><a class="row" href="/s/<?cs var:Page.Station.no ?>/news"><span><?cs var:Lang.news.column_all ?></span></a></li>
</ul>
<?cs /if ?><?cs if:subcount(Page.Shifts) ?><h2><?cs var:Lang.station.soon ?></h2>
<ul class="list">
<?cs each:s = Page.Shifts ?><li><a class="shift" href="/recruit/shift/<?cs var:s.no ?>"><span class="when"><span><?cs
var:span(s.starts_at + "/" + s.ends_at) ?></span><?cs
if:s.mode == "draw" ?> <b class="tag wait"><?cs var:Lang.recruit.draw_tag ?> <?cs var:s.wanted ?> <?cs var:Lang.Layout.persons ?></b><?cs
elif:s.places > #0 ?> <b class="tag wait"><?cs var:Lang.station.places ?> <?cs var:s.places ?> <?cs var:Lang.Layout.persons ?></b><?cs
else ?> <b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs /if ?></span>
<strong><?cs var:s.title ?></strong><small><?cs var:s.place ?></small></a></li>
<?cs /each ?><li><a class="row" href="/recruit/"><span><?cs var:Lang.station.soon_all ?></span></a></li>
</ul>
<?cs /if ?><h2><?cs if:subcount(Page.Shifts) ?><?cs var:Lang.recruit.projects ?><?cs
else ?><?cs var:Lang.station.open_work ?><?cs /if ?></h2>
<?cs if:subcount(Page.Open) ?><ul class="list">
<?cs each:p = Page.Open ?><li><a class="shift" href="/recruit/<?cs var:p.no ?>"><span class="when"><span><?cs
var:span(p.starts_on + "/" + p.ends_on) ?></span><?cs
if:p.places > #0 ?> <b class="tag wait"><?cs var:Lang.station.places ?> <?cs var:p.places ?> <?cs var:Lang.Layout.persons ?></b><?cs
else ?> <b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs /if ?></span>
<strong><?cs var:p.title ?></strong><small><?cs var:p.place ?></small></a></li>
<?cs /each ?><li><a class="row" href="/recruit/"><span><?cs var:Lang.station.open_all ?></span></a></li>
</ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.station.open_empty ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Notices) ?><h2><?cs var:Lang.station.notices ?></h2>
<ul class="list">
<?cs each:n = Page.Notices ?><li><a class="row" href="/activity/notice/<?cs var:n.no ?>"><span><?cs var:n.title ?><small><?cs
var:Lang.station.until ?> <?cs var:on(n.notice_until) ?></small></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Figures.volunteers || subcount(Page.Honours) ?><h2><?cs var:Lang.station.thanks ?></h2>
<section class="card">
<?cs if:Page.Figures.volunteers ?><p><?cs var:Lang.station.fig_volunteers ?> <strong><?cs
var:Page.Figures.volunteers ?></strong> <?cs var:Lang.station.fig_people ?><?cs var:Lang.recruit.comma ?><?cs
var:Lang.station.fig_hours ?> <strong><?cs var:Page.Figures.hours ?></strong> <?cs var:Lang.Layout.hours ?></p>
<?cs /if ?><?cs if:subcount(Page.Honours) ?><p class="soft"><?cs each:h = Page.Honours ?><?cs
if:!first(h) ?><?cs var:Lang.station.between ?><?cs /if ?><span class="nb"><?cs var:h.name ?></span><?cs /each ?></p>
<?cs if:Page.Station.no ?><a class="go" href="/s/<?cs var:Page.Station.no ?>/thanks"><?cs var:Lang.news.thanks ?></a>
<?cs /if ?><a class="go" href="/commend/honours"><?cs var:Lang.station.honours ?></a>
<?cs /if ?></section>
<?cs /if ?><?cs if:subcount(Page.Cases) ?><h2><?cs var:Lang.commend.cases ?></h2>
<ul class="list">
<?cs each:c = Page.Cases ?><li><a class="row" href="/commend/cases/<?cs var:c.uid ?>"><span><?cs var:c.title ?><small><?cs
var:Lang.State.typical_case_kind[c.kind] ?> <?cs var:on(c.published_on) ?></small></span></a></li>
<?cs /each ?><li><a class="row" href="/commend/cases?station=<?cs var:Page.Station.no ?>"><span><?cs
var:Lang.commend.cases_here ?></span></a></li>
</ul>
<?cs /if ?><?cs if:subcount(Page.Reports) ?><ul class="list">
<?cs each:r = Page.Reports ?><li><a class="row" href="/s/<?cs var:Page.Station.no ?>/report/<?cs var:r.year ?>"><span><?cs
var:r.year ?><?cs var:Lang.station.year_report_of ?></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Points) ?><h2><?cs var:Lang.station.points_near ?></h2>
<ul class="list">
<?cs each:p = Page.Points ?><li><a class="row" href="/s/<?cs var:p.no ?>"><span><?cs var:p.name ?><small><?cs
var:p.address ?></small></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Station.no ?><p><a class="go" href="/support/open/<?cs var:Page.Station.no ?>"><?cs
var:Lang.support.Fund.open ?></a>
<a class="go" href="/commend/certificates/<?cs var:Page.Station.no ?>"><?cs var:Lang.commend.certificate_notice ?></a></p>
<?cs /if ?><?cs if:!Page.Find ?><p><a class="go" href="/?find=1"><?cs var:Lang.station.find_other ?></a></p>
<?cs /if ?><?cs include!"public_foot.cs" ?>
