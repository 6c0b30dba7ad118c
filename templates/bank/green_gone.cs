<?cs set:Title = Lang.bank.green ?><?cs include!"resident_head.cs" ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.bank.gone ?></h1>
<p class="note bad"><?cs var:Lang.bank.gone_about ?></p>
<?cs include!"resident_foot.cs" ?>
