<?cs set:Title = Lang.account.looked_mine ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.looked_mine ?></h1>
<p><?cs var:Lang.account.looked_about ?></p>
<?cs if:subcount(Page.Looked) ?><ol class="line">
<?cs each:l = Page.Looked ?><li><strong><?cs if:l.changed ?><?cs var:Lang.account.ChangedField[l.field] ?><?cs
else ?><?cs var:Lang.account.looked_at_field ?><?cs var:Lang.account.LookedField[l.field] ?><?cs /if ?></strong> <?cs var:at(l.at) ?><br>
<?cs if:l.staff ?><?cs var:Lang.account.by_staff ?><?cs var:l.staff ?><?cs else ?><?cs var:Lang.account.by_self ?><?cs /if ?><?cs
if:l.purpose ?><br>
<small><?cs var:l.purpose ?></small><?cs /if ?></li>
<?cs /each ?></ol>
<?cs else ?><div class="empty"><p><?cs var:Lang.account.looked_nobody ?></p></div>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
