<?cs set:Title = Lang.account.erase ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.erase ?></h1>
<p><?cs var:Lang.account.erase_about ?></p>
<p class="note wait"><?cs var:Lang.account.erase_certificate ?></p>
<?cs if:subcount(Page.Duties) || subcount(Page.Applications) ?><h2><?cs var:Lang.account.erase_first ?></h2>
<ul class="list">
<?cs each:d = Page.Duties ?><li><a class="row" href="/activity/<?cs var:d.no ?>/leave"><span><?cs var:d.title ?><small><?cs
var:span(d.starts_at + "/" + d.ends_at) ?></small></span><span class="value"><?cs var:Lang.account.erase_leave ?></span></a></li>
<?cs /each ?><?cs each:a = Page.Applications ?><li><a class="row" href="/recruit/<?cs
if:a.shift ?>shift/<?cs var:a.shift ?><?cs else ?><?cs var:a.no ?><?cs /if ?>"><span><?cs
var:a.title ?><?cs if:a.shift ?><small><?cs var:span(a.starts_at + "/" + a.ends_at) ?></small><?cs
/if ?></span><span class="value"><?cs var:Lang.account.erase_withdraw ?></span></a></li>
<?cs /each ?></ul>
<?cs /if ?><form method="post" action="/account/me/erase" novalidate><?cs include!"token.cs" ?>
<?cs call:check("confirm", "") ?><button class="button danger" type="submit"><?cs var:Lang.account.erase_button ?></button>
</form>
<a class="button quiet" href="/account/me"><?cs var:Lang.account.erase_not ?></a>
<?cs include!"volunteer_foot.cs" ?>
