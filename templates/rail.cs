<?cs #
rail.cs - the sections of the desk (programs.hdf) with what waits in each (Page.Nav.SECTION.waits, and .due when some of it is late), and
the pages of the section that is open (Section); for overseers what they look at.
?><?cs
def:under(href, text) ?><li><a href="<?cs var:url_validate(href) ?>"<?cs if:Page.Path == href ?> aria-current="page"<?cs /if ?>><?cs
	var:text ?></a></li>
<?cs /def ?><?cs
def:section(word, href, waits) ?><li<?cs if:Section == word ?> class="on"<?cs /if ?>><a href="<?cs var:url_validate(href) ?>"><?cs
	var:Lang.Nav[word] ?><?cs if:waits && Page.Nav[word].waits ?> <b<?cs if:Page.Nav[word].due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav[word].waits ?></b><?cs /if ?></a><?cs /def ?><nav class="rail" aria-label="<?cs var:Lang.Frame.sections ?>"><div>
<?cs if:Page.Who.Role.overseer ?><ul>
<?cs each:p = Region ?><?cs call:under(p, Lang.Nav[name(p)]) ?><?cs /each ?></ul>
<?cs else ?><ul>
<?cs call:section("desk", "/account/desk", 0) ?></li>
<?cs each:s = Desk ?><?cs if:s.first ?></ul>
<ul>
<?cs /if ?><?cs if:!s.for || Page.Who.Role[s.for] ?><?cs call:section(name(s), s.href, s.waits) ?><?cs
	if:Section == name(s) && subcount(s.Under) ?><ul>
<?cs each:p = s.Under ?><?cs call:under(p, Lang.Nav[name(p)]) ?><?cs /each ?></ul><?cs /if ?></li>
<?cs /if ?><?cs /each ?></ul>
<?cs /if ?><?cs include!"keys.cs" ?></div></nav>
