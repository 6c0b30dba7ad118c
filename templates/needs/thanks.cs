<?cs set:Title = Lang.needs.thanks ?><?cs include!"resident_head.cs" ?>
<h1><?cs var:Lang.needs.thanks ?></h1>
<p class="note good"><?cs var:Lang.needs.thanks_next ?></p>
<?cs if:Page.Follow ?><h2><?cs var:Lang.needs.follow_yours ?></h2>
<p class="code-typed"><?cs var:Page.Follow ?></p>
<p><?cs var:Lang.needs.follow_keep ?></p>
<a class="button second" href="/needs/follow?k=<?cs var:url_escape(Page.Follow) ?>"><?cs var:Lang.needs.follow_go ?></a>
<?cs /if ?><?cs if:Page.Station.address ?><dl class="facts card">
<div><dt><?cs var:Lang.station.station ?></dt><dd><?cs var:Page.Station.name ?></dd></div>
<div><dt><?cs var:Lang.Field.address ?></dt><dd><?cs var:Page.Station.address ?></dd></div>
</dl>
<?cs /if ?><div data-draft-done="<?cs var:Page.Survey.code ?>" hidden></div>
<a class="button second" href="/"><?cs var:Lang.Layout.to_front ?></a>
<?cs include!"resident_foot.cs" ?>
