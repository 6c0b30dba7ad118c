<?cs set:Title = Lang.activity.offline_done ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/activity/manage/<?cs var:Page.Activity.no ?>/board"><?cs var:Lang.activity.board ?></a>
<h1><?cs var:Lang.activity.offline_done ?></h1>
<?cs if:subcount(Page.Results) ?><div data-offline-done="<?cs var:Page.Activity.no ?>" hidden></div>
<ul class="list">
<?cs each:r = Page.Results ?><li><div class="row"><span><?cs var:r.no ?><small><?cs
if:r.direction == "out" ?><?cs var:Lang.activity.note_out ?><?cs else ?><?cs var:Lang.activity.note_in ?><?cs /if ?></small></span>
<b class="tag <?cs if:r.result == "taken" ?>good<?cs elif:r.result == "already" ?>off<?cs else ?>bad<?cs /if ?>"><?cs
var:Lang.activity.Taken[r.result] ?></b></div></li>
<?cs /each ?></ul>
<?cs /if ?><script src="/static/offline.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs include!"volunteer_foot.cs" ?>
