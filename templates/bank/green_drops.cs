<?cs set:Title = Lang.bank.check ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/bank/green/check"><?cs var:Lang.bank.check ?></a>
<h1><?cs var:Lang.bank.drops ?></h1>
<?cs if:subcount(Page.Results) ?><ul class="list">
<?cs each:r = Page.Results ?><li><div class="row"><span><?cs var:r.text ?></span><b class="tag <?cs
if:r.result == "counted" ?>good<?cs elif:r.result == "wrong" ?>bad<?cs else ?>off<?cs /if ?>"><?cs
if:r.known == "1" ?><?cs var:Lang.bank.drop_known ?><?cs else ?><?cs var:Lang.bank.drop_new ?><?cs /if ?></b></div></li>
<?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.bank.drops_empty ?></p></div>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
