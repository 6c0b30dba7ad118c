<?cs def:commend_tabs() ?><?cs call:tabs_start() ?><?cs call:tab("/commend/manage", Lang.commend.stars) ?><?cs
call:tab("/commend/manage/honours", Lang.commend.honours) ?><?cs call:tab("/commend/manage/certificates", Lang.commend.register) ?><?cs call:tabs_end() ?><?cs /def ?><?cs
def:refused_note() ?><?cs if:Page.Refused ?><div class="<?cs var:Look.note ?>" role="alert"><?cs var:Lang.commend.Refused[Page.Refused] ?></div>
<?cs /if ?><?cs /def ?>
