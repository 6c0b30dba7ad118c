<?cs set:Title = Lang.account.second_person ?><?cs include!"volunteer_head.cs" ?>
<h1><?cs var:Lang.account.second_person ?></h1>
<p><?cs var:Lang.account.second_person_is ?> <strong><?cs var:Page.Who.name ?></strong></p>
<p class="note wait"><?cs var:Lang.account.second_person_about ?></p>
<h2><?cs var:Lang.account.second_person_who ?></h2>
<a class="button" href="/account/family/child"><?cs var:Lang.account.second_person_child ?></a>
<a class="button second" href="/account/family/ask"><?cs var:Lang.account.second_person_elder ?></a>
<a class="button quiet" href="/account/me"><?cs var:Lang.account.second_person_me ?></a>
<p class="soft"><?cs var:Lang.account.second_person_else ?></p>
<?cs include!"volunteer_foot.cs" ?>
