<?cs set:Title = Lang.training.trainings ?><?cs set:Share = Lang.training.share ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.training.trainings ?></h1>
<?cs if:subcount(Page.Trainings) ?><h2 class="hidden"><?cs var:Lang.training.open ?></h2>
<ul class="list">
<?cs each:t = Page.Trainings ?><li><a class="shift" href="/training/<?cs var:t.no ?>"><span class="when"><span><?cs
var:span(t.starts_at + "/" + t.ends_at) ?></span> <?cs if:t.mine ?><b class="tag <?cs var:t.mine ?>"><?cs
var:Lang.training.MyState[t.mine] ?></b><?cs elif:t.state == "running" ?><b class="tag off"><?cs
var:Lang.training.begun ?></b><?cs elif:t.places_left > #0 ?><b class="tag wait"><?cs var:Lang.training.places_left ?> <?cs
var:t.places_left ?> <?cs var:Lang.training.places_unit ?></b><?cs else ?><b class="tag off"><?cs
var:Lang.training.full ?></b><?cs /if ?></span><strong><?cs var:t.title ?></strong><?cs
if:t.place ?><small><?cs var:t.place ?></small><?cs /if ?><small><?cs var:t.station ?></small></a></li>
<?cs /each ?></ul>
<?cs include!"pager.cs" ?><?cs else ?><div class="empty"><p><?cs var:Lang.training.open_empty ?></p>
<p><?cs var:Lang.training.open_empty_next ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Mine) ?><h2><?cs var:Lang.training.mine ?></h2>
<ul class="list">
<?cs each:m = Page.Mine ?><li><a class="row" href="/training/<?cs var:m.no ?>"><span><strong><?cs var:m.title ?></strong><small><?cs
var:on(m.day) ?></small><?cs if:m.valid_until ?><small><?cs var:Lang.training.valid_until ?> <?cs
var:on(m.valid_until) ?></small><?cs /if ?></span> <b class="tag <?cs var:m.state ?>"><?cs
var:Lang.training.MyState[m.state] ?></b></a></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"public_foot.cs" ?>
