<?cs set:Title = Lang.account.mine_title ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.mine_title ?></h1>
<p class="acts"><a class="button" href="/account/keys"><?cs var:Lang.Frame.keys ?></a>
<a class="button" href="/account/password"><?cs var:Lang.account.password_title ?></a>
<a class="button" href="/account/second"><?cs if:Page.Mine.second_at ?><?cs var:Lang.account.second_change ?><?cs else ?><?cs
var:Lang.account.second_title ?><?cs /if ?></a></p>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.account.Field.name ?></dt><dd><?cs var:Page.Mine.name ?></dd></div>
<div><dt><?cs var:Lang.account.Field.login ?></dt><dd><?cs var:Page.Mine.login ?></dd></div>
<div><dt><?cs var:Lang.account.mine_linked ?></dt><dd><?cs if:Page.Mine.linked ?><?cs var:Lang.account.mine_linked_yes ?><?cs
else ?><?cs var:Lang.account.mine_linked_no ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.account.second ?></dt><dd><?cs if:Page.Mine.second_at ?><?cs var:at(Page.Mine.second_at) ?><?cs else ?><?cs
var:Lang.account.second_none ?><?cs /if ?></dd></div>
<?cs if:Page.Mine.second_at ?><div><dt><?cs var:Lang.account.recovery_left ?></dt><dd><?cs var:Page.Mine.recovery_left ?></dd></div>
<?cs /if ?><?cs if:Page.Mine.last_sign_in_at ?><div><dt><?cs var:Lang.account.last_sign_in ?></dt><dd><?cs
var:at(Page.Mine.last_sign_in_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Mine.failed > 0 ?><p class="note wait"><?cs var:Lang.account.mine_failed ?> <?cs var:Page.Mine.failed ?></p>
<?cs /if ?><h2><?cs var:Lang.account.roles ?></h2>
<?cs if:subcount(Page.Roles) ?><ul class="rows">
<?cs each:r = Page.Roles ?><li><span><?cs if:r.station ?><?cs var:r.station ?><?cs else ?><?cs var:r.region ?><?cs /if ?></span>
<span><?cs var:Lang.Role[r.role] ?><?cs if:r.from_on ?> <?cs var:Lang.account.role_from ?> <?cs var:short(r.from_on) ?><?cs /if ?><?cs
if:r.until_on ?> <?cs var:Lang.account.role_until ?> <?cs var:short(r.until_on) ?><?cs /if ?></span></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.account.station_none ?></p>
<?cs /if ?><h2><?cs var:Lang.account.sessions ?></h2>
<p><?cs var:Lang.account.sessions_about ?></p>
<?cs if:subcount(Page.Sessions) ?><ul class="rows">
<?cs each:s = Page.Sessions ?><li><span><?cs var:Lang.Device[s.device] ?><?cs if:s.here == 1 ?> <b class="tag good"><?cs
var:Lang.account.session_here ?></b><?cs /if ?></span>
<span><?cs var:Lang.account.session_since ?> <?cs var:at(s.created_at) ?></span>
<?cs if:s.here != 1 ?><form method="post" action="/account/mine/sessions"><?cs include!"token.cs" ?><input type="hidden"
name="session" value="<?cs var:s.ref ?>"><button class="plain" type="submit"><?cs
var:Lang.account.session_end ?></button></form><?cs /if ?></li>
<?cs /each ?></ul>
<?cs if:subcount(Page.Sessions) > 1 ?><form method="post" action="/account/mine/sessions"><?cs include!"token.cs" ?><input
type="hidden" name="session" value="others"><button class="button bad" type="submit"><?cs
var:Lang.account.sessions_end ?></button></form>
<?cs /if ?><?cs else ?><p class="empty"><?cs var:Lang.account.sessions_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
