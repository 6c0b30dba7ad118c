<?cs def:ask_no() ?><form method="get" action="/commend/verify" role="search" aria-label="<?cs var:Lang.commend.verify ?>"><div class="<?cs var:Look.group ?>"><label class="<?cs
var:Look.label ?>" for="f-no"><?cs var:Lang.commend.certificate_no ?></label><div class="<?cs var:Look.hint ?>" id="f-no-hint"><?cs var:Lang.commend.no_hint ?></div><input class="<?cs
var:Look.input ?>" type="text" id="f-no" name="no" aria-describedby="f-no-hint" autocomplete="off" value="<?cs var:Page.No ?>"></div><?cs call:submit(Lang.commend.verify_now) ?></form>
<?cs /def ?>
