<?cs set:Title = Lang.recruit.standby ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/recruit/"><?cs var:Lang.recruit.list ?></a>
<h1><?cs var:Lang.recruit.standby ?></h1>
<p><?cs var:Lang.recruit.standby_about ?></p>
<?cs if:subcount(Page.Choices) ?><ul class="list">
<?cs each:c = Page.Choices ?><li><strong><?cs if:c.category ?><?cs var:c.category ?><?cs
else ?><?cs var:Lang.recruit.standby_any ?><?cs /if ?><?cs var:Lang.recruit.comma ?><?cs
if:c.weekday ?><?cs var:Lang.activity.Weekday[c.weekday] ?><?cs else ?><?cs var:Lang.recruit.standby_days ?><?cs /if ?></strong>
<form method="post" action="/recruit/standby/<?cs var:c.uid ?>/end"><?cs include!"token.cs" ?>
<button class="button second" type="submit"><?cs var:Lang.recruit.standby_end ?></button></form></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Full ?><p class="note"><?cs var:Lang.recruit.standby_full ?></p>
<?cs else ?><form method="post" action="/recruit/standby" novalidate><?cs include!"token.cs" ?>
<?cs call:select("category", "", Page.Categories) ?>
<?cs call:select("weekday", "", Lang.activity.Weekday) ?>
<button class="button" type="submit"><?cs var:Lang.recruit.standby_add ?></button></form>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
