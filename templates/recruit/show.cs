<?cs set:Title = Page.Project.title ?><?cs set:Share = Page.Project.place ?><?cs include!"public_head.cs" ?><?cs include!"changes.cs" ?><?cs
include!"recruit/reason.cs" ?>
<a class="back" href="/recruit/"><?cs var:Lang.recruit.list ?></a>
<h1><?cs var:Page.Project.title ?></h1>
<?cs if:Page.Mine.state ?><section class="card todo">
<header class="<?cs if:Page.Mine.state == "offered" ?>wait<?cs elif:Page.Mine.state == "accepted" ?>now<?cs else ?>info<?cs
/if ?>"><?cs var:Lang.account.Application[Page.Mine.state] ?></header>
<dl class="facts">
<div><dt><?cs var:Lang.recruit.position ?></dt><dd><?cs var:Page.Mine.position ?></dd></div>
<?cs if:Page.Mine.line_no ?><div><dt><?cs var:Lang.recruit.line_no ?></dt><dd><?cs var:Lang.recruit.line_before ?> <?cs
var:Page.Mine.line_no ?> <?cs var:Lang.recruit.line_after ?></dd></div>
<?cs /if ?><?cs if:Page.Mine.offered_until ?><div><dt><?cs var:Lang.recruit.offered_until ?></dt><dd><strong><?cs
var:at(Page.Mine.offered_until) ?></strong></dd></div>
<?cs /if ?><?cs if:Page.Mine.reason ?><div><dt><?cs var:Lang.recruit.reason ?></dt><dd><?cs call:reason(Page.Mine.reason) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Can.accept ?><p><?cs var:Lang.recruit.offer_note ?></p>
<form method="post" action="/recruit/<?cs var:Page.Project.no ?>/accept"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.recruit.accept ?></button></form>
<?cs /if ?><?cs if:Page.Can.withdraw ?><a class="button quiet" href="/recruit/<?cs var:Page.Project.no ?>/withdraw"><?cs
if:Page.Can.accept ?><?cs var:Lang.recruit.not_this_time ?><?cs else ?><?cs var:Lang.recruit.withdraw ?><?cs /if ?></a>
<?cs /if ?></section>
<?cs /if ?><?cs if:subcount(Page.Changes) ?><h2><?cs var:Lang.recruit.changes ?></h2>
<?cs call:changes(Page.Changes) ?><?cs /if ?><?cs
if:Page.NeedTraining.no ?><a class="button" href="/training/<?cs var:Page.NeedTraining.no ?>"><?cs
var:Lang.recruit.to_training ?><?cs var:Page.NeedTraining.title ?></a>
<?cs /if ?><?cs if:Page.Project.state != "recruiting" ?><p class="note"><?cs var:Lang.recruit.State[Page.Project.state] ?></p>
<?cs elif:!Page.Open ?><p class="note"><?cs var:Lang.recruit.not_open ?></p>
<?cs /if ?><section class="card"><dl class="facts">
<div><dt><?cs var:Lang.recruit.time ?></dt><dd><?cs var:span(Page.Project.starts_on + "/" + Page.Project.ends_on) ?></dd></div>
<div><dt><?cs var:Lang.recruit.place ?></dt><dd><?cs var:Page.Project.place ?></dd></div>
<div><dt><?cs var:Lang.recruit.content ?></dt><dd><?cs var:Page.Project.intro ?></dd></div>
<?cs if:Page.Project.recipients ?><div><dt><?cs var:Lang.recruit.recipients ?></dt><dd><?cs var:Page.Project.recipients ?></dd></div>
<?cs /if ?><?cs if:Page.Project.risks ?><div><dt><?cs var:Lang.recruit.risks ?></dt><dd><?cs var:Page.Project.risks ?></dd></div>
<?cs /if ?><?cs if:Page.Project.insurance ?><div><dt><?cs var:Lang.recruit.insurance ?></dt><dd><?cs
var:Page.Project.insurance ?></dd></div>
<?cs /if ?><?cs if:Page.Project.agreement ?><div><dt><?cs var:Lang.recruit.agreement ?></dt><dd><a href="/support/mine"><?cs
var:Lang.recruit.agreement_yes ?></a></dd></div>
<?cs /if ?><?cs if:Page.Project.guarantees ?><div><dt><?cs var:Lang.recruit.guarantees ?></dt><dd><?cs
var:Page.Project.guarantees ?></dd></div>
<?cs /if ?></dl></section>
<?cs if:subcount(Page.Shifts) ?><h2><?cs var:Lang.recruit.by_day ?></h2>
<ul class="list">
<?cs each:s = Page.Shifts ?><li><a class="shift" href="/recruit/shift/<?cs var:s.no ?>"><span class="when"><span><?cs
var:span(s.starts_at + "/" + s.ends_at) ?></span> <?cs
if:s.places > #0 ?><b class="tag wait"><?cs var:Lang.recruit.places_left ?> <?cs var:s.places ?> <?cs var:Lang.Layout.persons ?></b><?cs
else ?><b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs /if ?></span>
<strong><?cs var:s.title ?></strong><small><?cs var:s.place ?></small></a></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.recruit.positions ?></h2>
<?cs each:o = Page.Positions ?><section class="card">
<h3><?cs var:o.title ?></h3>
<p><?cs if:o.places > #0 ?><b class="tag wait"><?cs var:Lang.recruit.places_left ?> <?cs var:o.places ?> <?cs
var:Lang.Layout.persons ?></b><?cs else ?><b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs /if ?> <small><?cs
var:Lang.recruit.wanted ?> <?cs var:o.wanted ?> <?cs var:Lang.Layout.persons ?><?cs
if:o.places <= #0 && o.waiting > #0 ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.recruit.waiting ?> <?cs var:o.waiting ?> <?cs
var:Lang.Layout.persons ?><?cs /if ?></small></p>
<dl class="facts">
<div><dt><?cs var:Lang.recruit.description ?></dt><dd><?cs var:o.description ?></dd></div>
<?cs if:o.conditions ?><div><dt><?cs var:Lang.recruit.conditions ?></dt><dd><?cs var:o.conditions ?></dd></div>
<?cs /if ?><?cs if:o.min_age ?><div><dt><?cs var:Lang.recruit.min_age ?></dt><dd><?cs var:o.min_age ?> <?cs
var:Lang.recruit.years ?></dd></div>
<?cs /if ?><?cs if:o.skills ?><div><dt><?cs var:Lang.recruit.skills ?></dt><dd><?cs var:o.skills ?></dd></div>
<?cs /if ?><?cs if:o.sex ?><div><dt><?cs var:Lang.recruit.sex ?></dt><dd><?cs var:Lang.recruit.Sex[o.sex] ?><?cs
var:Lang.recruit.comma ?><?cs
var:o.sex_reason ?></dd></div>
<?cs /if ?><?cs if:o.hours ?><div><dt><?cs var:Lang.recruit.hours_open ?></dt><dd><?cs var:o.hours ?></dd></div>
<?cs /if ?><?cs if:o.training_no ?><div><dt><?cs var:Lang.recruit.training ?></dt><dd><a class="go" href="/training/<?cs
var:o.training_no ?>"><?cs var:o.training ?></a></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Open && o.mode ?><p class="hint"><?cs var:Lang.recruit.ModeWhole[o.mode] ?></p>
<?cs /if ?><?cs each:w = o.Why ?><p class="note"><?cs var:w.text ?></p>
<?cs /each ?><?cs if:o.may ?><form method="post" action="/recruit/<?cs var:Page.Project.no ?>/apply"><?cs
include!"token.cs" ?><input type="hidden" name="position" value="<?cs var:o.uid ?>"><button class="button<?cs
if:o.places <= #0 ?> second<?cs /if ?>" type="submit"><?cs if:o.places > #0 ?><?cs var:Lang.recruit.apply ?><?cs
else ?><?cs var:Lang.recruit.line_up ?><?cs var:Lang.recruit.colon ?><?cs /if ?><?cs var:o.title ?></button></form>
<?cs /if ?></section>
<?cs /each ?><?cs if:Page.SignIn ?><a class="button" href="/account/wechat/start?to=/recruit/<?cs var:url_escape(Page.Project.no) ?>"><?cs
var:Lang.recruit.sign_in ?></a>
<?cs elif:Page.Register ?><a class="button" href="/account/register"><?cs var:Lang.recruit.register ?></a>
<?cs /if ?><h2><?cs var:Lang.recruit.more ?></h2>
<section class="card"><dl class="facts">
<?cs if:Page.Project.sign_up_how ?><div><dt><?cs var:Lang.recruit.sign_up ?></dt><dd><?cs var:Page.Project.sign_up_how ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.sign_up_time ?></dt><dd><?cs
var:span(Page.Project.recruit_from + "/" + Page.Project.recruit_to) ?></dd></div>
<?cs if:Page.Project.min_hours ?><div><dt><?cs var:Lang.recruit.min_hours ?></dt><dd><?cs var:Page.Project.min_hours ?> <?cs
var:Lang.Layout.hours ?></dd></div>
<?cs /if ?><?cs if:Page.Project.team ?><div><dt><?cs var:Lang.recruit.team ?></dt><dd><?cs var:Page.Project.team ?></dd></div>
<?cs /if ?><?cs if:Page.Project.goal ?><div><dt><?cs var:Lang.recruit.goal ?></dt><dd><?cs var:Page.Project.goal ?></dd></div>
<?cs /if ?><?cs if:Page.Project.categories ?><div><dt><?cs var:Lang.recruit.categories ?></dt><dd><?cs
var:Page.Project.categories ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.recruit.station ?></dt><dd><?cs var:Page.Project.station ?></dd></div>
<div><dt><?cs var:Lang.recruit.contact ?></dt><dd><?cs var:Page.Project.contact_name ?> <?cs var:Page.Project.contact_phone ?></dd></div>
<div><dt><?cs var:Lang.recruit.no ?></dt><dd><?cs var:Page.Project.no ?></dd></div>
<?cs if:Page.Project.published_on ?><div><dt><?cs var:Lang.recruit.published_on ?></dt><dd><?cs
var:on(Page.Project.published_on) ?></dd></div>
<?cs /if ?></dl></section>
<?cs include!"public_foot.cs" ?>
