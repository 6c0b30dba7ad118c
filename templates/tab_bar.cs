<nav class="tab-bar" aria-label="<?cs var:Lang.Layout.nav_volunteer ?>">
<a href="/"<?cs if:Page.Path == "/" ?> aria-current="page"<?cs /if ?>><?cs include!"icon/home.cs" ?><?cs var:Lang.Nav.front ?></a>
<a href="/recruit/"<?cs if:Page.App == "recruit" ?> aria-current="true"<?cs /if ?>><?cs
	include!"icon/calendar.cs" ?><?cs var:Lang.Layout.bar_recruit ?></a>
<a href="/activity/mine"<?cs if:Page.App == "activity" ?> aria-current="true"<?cs /if ?>><?cs
	include!"icon/flag.cs" ?><?cs var:Lang.Nav.duties ?></a>
<a href="/account/me"<?cs if:Page.App == "account" ?> aria-current="true"<?cs /if ?>><?cs
	include!"icon/person.cs" ?><?cs var:Lang.Nav.me ?></a>
</nav>
