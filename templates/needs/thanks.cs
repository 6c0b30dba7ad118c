<?cs set:Title = Lang.needs.thanks ?><?cs include!"resident_head.cs" ?>
<h1><?cs var:Lang.needs.thanks ?></h1>
<p class="note good"><?cs var:Lang.needs.thanks_next ?></p>
<?cs if:Page.Station.address ?><dl class="facts card">
<div><dt><?cs var:Lang.station.station ?></dt><dd><?cs var:Page.Station.name ?></dd></div>
<div><dt><?cs var:Lang.Field.address ?></dt><dd><?cs var:Page.Station.address ?></dd></div>
</dl>
<?cs /if ?><div data-draft-done="<?cs var:Page.Survey.code ?>" hidden></div>
<a class="button second" href="/"><?cs var:Lang.Layout.to_front ?></a>
<?cs include!"resident_foot.cs" ?>
