<?cs #
pager.cs - the pages before and after this one, of a declared list (Page.List) or by the key of the last row (Page.Next).
?><?cs if:Page.List.prev || Page.List.next || Page.Next ?><nav class="pager" aria-label="<?cs var:Lang.Layout.nav_pager ?>"><?cs
	if:Page.List.shown ?><span><?cs var:Lang.Frame.shown ?> <?cs var:Page.List.shown ?> <?cs var:Lang.Frame.total_after ?></span><?cs
	/if ?><?cs if:Page.List.prev ?><a rel="prev" href="<?cs var:url_validate(Page.List.prev) ?>"><?cs var:Lang.Frame.previous ?></a><?cs
	/if ?><?cs if:Page.List.next ?><a rel="next" href="<?cs var:url_validate(Page.List.next) ?>"><?cs var:Lang.Frame.next ?></a><?cs
	elif:Page.Next ?><a rel="next" href="?<?cs if:Page.Query ?><?cs var:Page.Query ?>&amp;<?cs /if ?>after=<?cs
	var:url_escape(Page.Next) ?>"><?cs var:Lang.Frame.next ?></a><?cs /if ?></nav>
<?cs /if ?>
