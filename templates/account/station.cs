<?cs set:Title = Lang.account.station_choose ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.station_choose ?></h1>
</div>
<?cs if:subcount(Page.Stations) ?><p><?cs var:Lang.account.station_about ?></p>
<ul class="rows">
<?cs each:s = Page.Stations ?><li><strong><?cs var:s.name ?></strong><span><?cs
each:r = s.Roles ?><?cs var:Lang.Role[r] ?> <?cs /each ?></span><?cs
if:s.now == #1 ?><b class="tag good"><?cs var:Lang.account.station_now ?></b><?cs /if ?>
<form class="end" method="post" action="/account/station"><?cs include!"token.cs" ?><input type="hidden" name="station" value="<?cs
var:s.no ?>"><input type="hidden" name="to" value="<?cs var:Page.To ?>"><button class="button" type="submit"><?cs
var:Lang.account.station_take ?></button></form></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.account.station_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
