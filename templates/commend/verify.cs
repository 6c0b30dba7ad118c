<?cs set:Title = Lang.commend.verify ?><?cs set:Share = Lang.commend.verify_about ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.commend.verify ?></h1>
<p><?cs var:Lang.commend.verify_about ?></p>
<?cs include!"commend/ask_no.cs" ?>
<a class="button quiet" href="/commend/offline"><?cs var:Lang.commend.offline ?></a>
<?cs include!"public_foot.cs" ?>
