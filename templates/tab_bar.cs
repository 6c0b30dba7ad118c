<nav class="tab-bar" aria-label="<?cs var:Lang.Layout.nav_volunteer ?>">
<a href="/"<?cs if:Page.Path == "/" ?> aria-current="page"<?cs /if ?>><?cs include!"icon/home.cs" ?><?cs var:Lang.Nav.front ?></a>
<a href="/recruit/"<?cs if:Page.App == "recruit" ?> aria-current="true"<?cs /if ?>><?cs
	include!"icon/calendar.cs" ?><?cs var:Lang.Layout.bar_recruit ?></a>
<a href="/activity/mine"<?cs if:Page.App == "activity" ?> aria-current="true"<?cs /if ?>><?cs
	include!"icon/flag.cs" ?><?cs var:Lang.Nav.duties ?></a>
<a href="/account/messages"<?cs if:Page.Path == "/account/messages" ?> aria-current="true"<?cs /if ?>><?cs
	include!"icon/message.cs" ?><?cs if:Page.Who.unread > #0 ?><b class="count"><?cs if:Page.Who.unread > #99 ?>99+<?cs
	else ?><?cs var:Page.Who.unread ?><?cs /if ?><span class="hidden"> <?cs
	var:Lang.Layout.unread ?></span></b><?cs /if ?><?cs var:Lang.Nav.messages ?></a>
<a href="/account/me"<?cs if:Page.App == "account" && Page.Path != "/account/messages" ?> aria-current="true"<?cs /if ?>><?cs
	include!"icon/person.cs" ?><?cs var:Lang.Nav.me ?></a>
</nav>
