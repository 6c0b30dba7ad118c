<?cs set:Title = Lang.needs.kept ?><?cs include!"resident_head.cs" ?>
<h1><?cs var:Lang.needs.kept ?></h1>
<p class="note good"><?cs var:Lang.needs.kept_note ?> <?cs var:on(Page.KeptUntil) ?></p>
<p class="code-typed"><?cs var:Page.Kept ?></p>
<p><?cs var:Lang.needs.kept_how ?></p>
<a class="button" href="/needs/s/<?cs var:url_escape(Page.Code) ?>?r=<?cs var:url_escape(Page.Kept) ?>"><?cs
var:Lang.needs.kept_go ?></a>
<p class="hint"><?cs var:Lang.needs.kept_without ?></p>
<?cs include!"resident_foot.cs" ?>
