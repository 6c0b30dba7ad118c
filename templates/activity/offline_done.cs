<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.activity.offline) ?>
<?cs call:back("/activity/manage/" + Page.Activity.no + "/board", Lang.activity.board) ?>
<?cs call:title(Lang.activity.offline_done) ?>
<?cs if:subcount(Page.Results) ?><div data-offline-done="<?cs var:Page.Activity.no ?>"></div><?cs call:cells_start(Lang.activity.offline_done) ?>
<?cs each:r = Page.Results ?><?cs if:r.direction == "out" ?><?cs call:cell(r.no, Lang.activity.note_out, Lang.activity.Taken[r.result]) ?><?cs
else ?><?cs call:cell(r.no, Lang.activity.note_in, Lang.activity.Taken[r.result]) ?><?cs /if ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<script src="/static/offline.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs call:page_foot("volunteer") ?>
