<?cs include!"layout.cs" ?><?cs include!"commend/ask_no.cs" ?><?cs call:page_head("public", Lang.commend.verify) ?>
<?cs call:title(Lang.commend.verify) ?><?cs call:lead(Lang.commend.verify_about) ?>
<?cs call:ask_no() ?>
<?cs call:link_second("/commend/offline", Lang.commend.offline) ?>
<?cs call:page_foot("public") ?>
