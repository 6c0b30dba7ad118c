<?cs set:Title = Page.Training.title ?><?cs set:Share = Page.Training.place ?><?cs include!"public_head.cs" ?>
<a class="back" href="/training/"><?cs var:Lang.training.to_list ?></a>
<h1><?cs var:Page.Training.title ?></h1>
<?cs include!"refused.cs" ?>
<?cs if:Page.WhyNot && !Page.Refused ?><p class="note"><?cs var:Lang.training.Refused[Page.WhyNot] ?></p>
<?cs /if ?><?cs if:Page.Mine.state && Page.Mine.state != "cancelled" ?><section class="card">
<dl class="facts">
<div><dt><?cs var:Lang.training.my_state ?></dt><dd><b class="tag <?cs var:Page.Mine.state ?>"><?cs
var:Lang.training.MyState[Page.Mine.state] ?></b></dd></div>
<?cs if:Page.Mine.place_in_line ?><div><dt><?cs var:Lang.training.place_in_line ?></dt><dd><?cs
var:Lang.training.nth_before ?> <?cs var:Page.Mine.place_in_line ?> <?cs var:Lang.training.nth_after ?></dd></div>
<?cs /if ?><?cs if:Page.Mine.score ?><div><dt><?cs var:Lang.training.score ?></dt><dd><?cs var:Page.Mine.score ?></dd></div>
<?cs /if ?><?cs if:Page.Mine.reason ?><div><dt><?cs var:Lang.Layout.reason ?></dt><dd><?cs var:Page.Mine.reason ?></dd></div>
<?cs /if ?><?cs if:Page.Mine.valid_until ?><div><dt><?cs var:Lang.training.valid_until ?></dt><dd><?cs
var:on(Page.Mine.valid_until) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.CanSign ?><a class="button" href="/training/<?cs var:Page.Training.no ?>/sign-in"><?cs include!"icon/scan.cs" ?><?cs
var:Lang.training.sign_here ?></a>
<?cs /if ?><?cs if:Page.CanCancel ?><p class="soft"><?cs var:Lang.training.leave_about ?></p>
<form method="post" action="/training/<?cs var:Page.Training.no ?>/cancel"><?cs include!"token.cs" ?>
<button class="button danger" type="submit"><?cs var:Lang.training.leave ?></button></form>
<?cs /if ?></section>
<?cs elif:Page.CanEnrol ?><section class="card">
<p><?cs if:Page.Training.places_left > #0 ?><b class="tag wait"><?cs var:Lang.training.places_left ?> <?cs
var:Page.Training.places_left ?> <?cs var:Lang.training.places_unit ?></b> <?cs var:Lang.training.of_all ?> <?cs
var:Page.Training.places ?> <?cs var:Lang.training.places_unit ?><?cs else ?><?cs var:Lang.training.full_about ?><?cs /if ?></p>
<?cs if:Page.Who.kind == "volunteer" ?><form method="post" action="/training/<?cs var:Page.Training.no ?>/enrol"><?cs
include!"token.cs" ?>
<button class="button" type="submit"><?cs if:Page.Training.places_left > #0 ?><?cs var:Lang.training.enrol ?><?cs
else ?><?cs var:Lang.training.enrol_line ?><?cs /if ?></button></form>
<?cs elif:!Page.Who.kind ?><a class="button" href="/account/sign-in?as=volunteer&amp;to=/training/<?cs
var:url_escape(Page.Training.no) ?>"><?cs var:Lang.training.sign_in ?></a>
<?cs /if ?></section>
<?cs /if ?><?cs if:subcount(Page.Materials) ?><h2><?cs var:Lang.training.materials ?></h2>
<ul class="list">
<?cs each:m = Page.Materials ?><li><a class="row" href="/training/<?cs var:Page.Training.no ?>/material/<?cs var:m.uid ?>"><span><?cs
var:m.title ?></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><dl class="facts card">
<div><dt><?cs var:Lang.Layout.state ?></dt><dd><b class="tag <?cs var:Page.Training.state ?>"><?cs
var:Lang.State.training[Page.Training.state] ?></b></dd></div>
<div><dt><?cs var:Lang.training.station ?></dt><dd><?cs var:Page.Training.station ?></dd></div>
<?cs include!"training/facts.cs" ?></dl>
<?cs include!"public_foot.cs" ?>
