<?cs include!"layout.cs" ?><?cs include!"commend/ask_no.cs" ?><?cs call:page_head("public", Lang.commend.unknown) ?>
<?cs call:title(Lang.commend.unknown) ?><?cs call:note(Lang.commend.unknown_about) ?>
<?cs call:ask_no() ?>
<?cs call:page_foot("public") ?>
