<?cs set:Title = Lang.poster.badge_title ?><?cs include!"resident_head.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.poster.badge_title ?></h1>
<?cs if:Page.Holds ?><p class="note good"><b><?cs var:Lang.poster.badge_good ?></b></p>
<?cs else ?><p class="note bad"><b><?cs var:Lang.poster.badge_bad ?></b></p>
<?cs /if ?><section class="card"><dl class="facts">
<div><dt><?cs var:Lang.station.station ?></dt><dd><?cs var:Page.Station.name ?></dd></div>
<?cs if:Page.Badge.no ?><div><dt><?cs var:Lang.station.Wearers.no ?></dt><dd><?cs var:Page.Badge.no ?></dd></div>
<div><dt><?cs var:Lang.station.Wearers.name ?></dt><dd><?cs var:Page.Badge.name ?></dd></div>
<?cs /if ?></dl></section>
<?cs include!"resident_foot.cs" ?>
