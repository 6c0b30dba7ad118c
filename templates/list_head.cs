<?cs #
list_head.cs - stands in the bar of a declared list (Page.List), behind the <h1>: how many rows there are.
?><?cs if:?Page.List.total ?><span><?cs if:Page.List.filtered ?><?cs var:Lang.Frame.found_before ?><?cs
	else ?><?cs var:Lang.Frame.total_before ?><?cs /if ?> <?cs
	if:Page.List.more ?><?cs var:Lang.Frame.more_than ?> <?cs /if ?><b class="n"><?cs var:Page.List.total ?></b> <?cs
	var:Lang.Frame.total_after ?></span>
<?cs /if ?>
