<?cs set:Title = Lang.account.settings ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.account.settings ?></h1>
<ul class="list">
<li><a class="row" href="/account/me/edit"><span><?cs var:Lang.account.held_edit ?></span></a></li>
<li><a class="row" href="/account/me/consent"><span><?cs var:Lang.account.agreed ?></span></a></li>
<li><a class="row" href="/recruit/standby"><span><?cs var:Lang.recruit.standby ?></span></a></li>
<li><a class="row" href="/account/me/looked"><span><?cs var:Lang.account.looked_mine ?></span></a></li>
<li><a class="row" href="/platform/transfer/mine"><span><?cs var:Lang.account.transfer ?><small><?cs
var:Lang.account.transfer_about ?></small></span></a></li>
</ul>
<h2><?cs var:Lang.account.held ?></h2>
<p class="soft"><?cs var:Lang.account.held_about ?></p>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.account.no ?></dt><dd><?cs var:Page.Held.no ?></dd></div>
<?cs if:Page.Held.platform_no ?><div><dt><?cs var:Lang.account.platform_no ?></dt><dd><?cs var:Page.Held.platform_no ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.account.Field.station ?></dt><dd><?cs var:Page.Me.station ?></dd></div>
<div><dt><?cs var:Lang.account.registered_on ?></dt><dd><?cs var:on(Page.Me.registered_on) ?></dd></div>
<?cs if:Page.Held.id_no ?><div><dt><?cs var:Lang.account.Field.id_no ?></dt><dd><?cs var:Page.Held.id_no ?></dd></div>
<?cs /if ?><?cs if:Page.Held.birth_on ?><div><dt><?cs var:Lang.account.Field.birth_on ?></dt><dd><?cs
var:Page.Held.birth_on ?></dd></div>
<?cs /if ?><?cs if:Page.Held.phone ?><div><dt><?cs var:Lang.account.Field.phone ?></dt><dd><?cs var:Page.Held.phone ?></dd></div>
<?cs /if ?><?cs if:Page.Held.region ?><div><dt><?cs var:Lang.account.region ?></dt><dd><?cs var:Page.Held.region ?></dd></div>
<?cs /if ?><?cs if:Page.Held.service_region ?><div><dt><?cs var:Lang.account.service_region ?></dt><dd><?cs
var:Page.Held.service_region ?></dd></div>
<?cs /if ?><?cs if:Page.Held.categories ?><div><dt><?cs var:Lang.account.Field.categories ?></dt><dd><?cs
var:Page.Held.categories ?></dd></div>
<?cs /if ?><?cs if:Page.Held.skills ?><div><dt><?cs var:Lang.account.Field.skills ?></dt><dd><?cs var:Page.Held.skills ?></dd></div>
<?cs /if ?><?cs if:Page.Held.fields ?><div><dt><?cs var:Lang.account.Field.fields ?></dt><dd><?cs var:Page.Held.fields ?></dd></div>
<?cs /if ?><?cs if:Page.Held.available ?><div><dt><?cs var:Lang.account.Field.available ?></dt><dd><?cs
var:Page.Held.available ?></dd></div>
<?cs /if ?><?cs each:w = Lang.account.About ?><?cs if:Page.Held[name(w)] ?><div><dt><?cs var:w ?></dt><dd><?cs
var:Page.Held[name(w)] ?></dd></div>
<?cs /if ?><?cs /each ?></dl></section>
<ul class="list">
<li><a class="row" href="/account/me/more"><span><?cs var:Lang.account.more ?><small><?cs
var:Lang.account.more_short ?></small></span></a></li>
</ul>
<ul class="list">
<li><a class="row" href="/account/me/data"><span><?cs var:Lang.account.data_open ?><small><?cs
var:Lang.account.data_short ?></small></span></a></li>
</ul>
<p class="soft"><?cs var:Lang.account.export_about ?></p>
<form method="post" action="/account/me/export"><?cs include!"token.cs" ?><button class="button second" type="submit"><?cs
var:Lang.account.export ?></button></form>
<form method="post" action="/account/sign-out"><?cs include!"token.cs" ?><button class="button quiet" type="submit"><?cs
var:Lang.account.sign_out ?></button></form>
<a class="button danger" href="/account/me/erase"><?cs var:Lang.account.erase ?></a>
<?cs include!"volunteer_foot.cs" ?>
