<?cs include!"tel.cs" ?></main>
<footer class="links">
<ul>
<li><a class="go" href="/station/help"><?cs var:Lang.station.help ?></a></li>
<li><a class="go" href="/recruit/"><?cs var:Lang.Layout.menu_recruit ?></a></li>
<li><a class="go" href="/activity/notice"><?cs var:Lang.Frame.notices ?></a></li>
<li><a class="go" href="/commend/honours"><?cs var:Lang.Frame.honours ?></a></li>
<li><a class="go" href="/commend/verify"><?cs var:Lang.Frame.verify ?></a></li>
<li><a class="go" href="/station/feedback<?cs if:Page.Station.no ?>?station=<?cs var:Page.Station.no ?><?cs /if ?>"><?cs
var:Lang.feedback.title ?></a></li>
<?cs if:Page.Who.kind != "volunteer" ?><li><a class="go" href="/account/me"><?cs var:Lang.Nav.me ?></a></li>
<?cs /if ?><?cs if:!Page.Who.kind ?><li><a class="go" href="/account/sign-in"><?cs var:Lang.Frame.staff_entry ?></a></li>
<?cs /if ?></ul>
<p><?cs if:Page.Station.name ?><?cs var:Page.Station.name ?><?cs else ?><?cs var:Lang.Layout.site ?><?cs /if ?></p>
</footer>
<?cs if:Page.Who.kind == "volunteer" || Page.Who.kind == "wechat" ?><?cs include!"tab_bar.cs" ?><?cs /if ?></body>
</html>
