<?cs set:Title = Lang.commend.unknown ?><?cs include!"public_head.cs" ?>
<h1><?cs var:Lang.commend.unknown ?></h1>
<p class="note bad"><?cs var:Lang.commend.unknown_about ?></p>
<?cs include!"commend/ask_no.cs" ?>
<?cs include!"public_foot.cs" ?>
