<?cs set:Title = Lang.account.calendar ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.account.calendar ?></h1>
<p><?cs var:Lang.account.calendar_about ?></p>
<?cs if:Page.Feed.address ?><section class="card">
<h2><?cs var:Lang.account.calendar_address ?></h2>
<p class="copy"><?cs var:Page.Feed.address ?></p>
<p class="soft"><?cs var:Lang.account.calendar_secret ?></p>
</section>
<h2><?cs var:Lang.account.calendar_how ?></h2>
<ol class="line">
<?cs each:h = Lang.account.CalendarHow ?><li><?cs var:h ?></li>
<?cs /each ?></ol>
<?cs else ?><form method="post" action="/account/me/calendar"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.account.calendar_make ?></button></form>
<?cs /if ?><a class="button second" href="/account/me/calendar.ics"><?cs var:Lang.account.calendar_file ?></a>
<?cs if:Page.Feed.address ?><h2><?cs var:Lang.account.calendar_safe ?></h2>
<p><?cs var:Lang.account.calendar_renew_about ?></p>
<form method="post" action="/account/me/calendar"><?cs include!"token.cs" ?><button class="button quiet" type="submit"><?cs
var:Lang.account.calendar_renew ?></button></form>
<form method="post" action="/account/me/calendar/end"><?cs include!"token.cs" ?><button class="button danger" type="submit"><?cs
var:Lang.account.calendar_end ?></button></form>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
