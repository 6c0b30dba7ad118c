<?cs set:Title = Lang.bank.green ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.bank.green ?></h1>
<div class="empty"><p><?cs var:Lang.bank.none_about ?></p></div>
<p><a class="button second" href="/bank/s/<?cs var:Page.Station.no ?>/shelf"><?cs var:Lang.bank.gift_rules ?></a></p>
<?cs include!"volunteer_foot.cs" ?>
