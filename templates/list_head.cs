<?cs #
list_head.cs - stands in the bar of a declared list (Page.List), behind the <h1>: how many rows there are; and when they
were not all looked at (list.h), how many were, and the way on.
?><?cs if:?Page.List.looked ?><span><?cs var:Lang.Frame.looked_before ?> <?cs var:Page.List.looked ?> <?cs
	var:Lang.Frame.looked_after ?> <b class="n"><?cs var:Page.List.total ?></b> <?cs var:Lang.Frame.total_after ?></span> <?cs
	if:Page.List.next ?><a href="<?cs var:url_validate(Page.List.next) ?>"><?cs var:Lang.Frame.look_on ?></a>
<?cs /if ?><?cs elif:?Page.List.total ?><span><?cs if:Page.List.filtered ?><?cs var:Lang.Frame.found_before ?><?cs
	else ?><?cs var:Lang.Frame.total_before ?><?cs /if ?> <?cs
	if:Page.List.more ?><?cs var:Lang.Frame.more_than ?> <?cs /if ?><b class="n"><?cs var:Page.List.total ?></b> <?cs
	var:Lang.Frame.total_after ?></span>
<?cs /if ?>
