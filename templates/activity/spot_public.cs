<?cs set:Title = Page.Check.title ?><?cs include!"public_head.cs" ?><?cs include!"activity/spot_facts.cs" ?>
<h1><?cs var:Page.Check.title ?></h1>
<p><b class="tag <?cs var:Page.Check.state ?>"><?cs var:Lang.State.spot_check[Page.Check.state] ?></b></p>
<?cs if:Page.Check.state == "published" ?><h2><?cs var:Lang.activity.spot_result ?></h2>
<section class="card"><p class="text"><?cs var:Page.Check.result ?></p></section>
<?cs call:spot_sums(Page.Sums) ?><h2><?cs var:Lang.activity.spot_stations ?></h2>
<dl class="facts card"><?cs each:s = Page.Stations ?><div><dt><?cs var:s.name ?></dt><dd><?cs var:Lang.activity.spot_of ?> <?cs
var:s.records ?><?cs var:Lang.activity.spot_of_ok ?> <?cs var:s.ok ?><?cs var:Lang.activity.spot_of_wrong ?> <?cs
var:s.wrong ?><?cs var:Lang.activity.spot_of_missing ?> <?cs var:s.missing ?></dd></div>
<?cs /each ?></dl>
<?cs else ?><p><?cs var:Lang.activity.spot_coming ?></p>
<?cs /if ?><h2><?cs var:Lang.activity.spot_how ?></h2>
<p class="soft"><?cs var:Lang.activity.spot_how_about ?></p>
<?cs call:spot_facts(Page.Check) ?><?cs include!"public_foot.cs" ?>
