<?cs set:Title = Lang.station.help ?><?cs set:Share = Lang.station.share ?><?cs set:Large = #1 ?><?cs include!"public_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.station.help ?></h1>
<?cs each:part = Lang.station.Help ?><section class="card">
<h2><?cs var:part.title ?></h2>
<?cs each:line = part.Text ?><p><?cs var:line ?></p>
<?cs /each ?></section>
<?cs /each ?><?cs include!"public_foot.cs" ?>
