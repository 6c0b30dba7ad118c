<?cs set:Title = Lang.message.title ?><?cs include!"volunteer_head.cs" ?><?cs include!"account/told.cs" ?>
<h1><?cs var:Lang.message.title ?></h1>
<ul class="filters">
<li><a href="/account/messages"<?cs if:!Page.Filter.only ?> aria-current="true"<?cs /if ?>><?cs var:Lang.Frame.all_of ?></a></li>
<li><a href="/account/messages?only=unread"<?cs if:Page.Filter.only ?> aria-current="true"<?cs /if ?>><?cs var:Lang.message.unread ?><?cs
	if:Page.Who.unread > #0 ?> <?cs if:Page.Who.unread > #99 ?>99+<?cs else ?><?cs var:Page.Who.unread ?><?cs /if ?><?cs /if ?></a></li>
</ul>
<?cs if:subcount(Page.Messages) ?><ul class="list">
<?cs each:m = Page.Messages ?><li><a class="row<?cs if:m.unread ?> unread<?cs /if ?>" href="/account/messages/<?cs
	var:m.uid ?>"><span><strong><?cs if:m.unread ?><span class="hidden"><?cs var:Lang.message.unread ?><?cs
	var:Lang.message.comma ?></span><?cs /if ?><?cs var:Lang.message.Event[m.event] ?></strong><small><?cs
	call:told_in_short(m) ?></small><small><?cs
	var:at(m.created_at) ?></small></span></a></li>
<?cs /each ?></ul>
<?cs include!"pager.cs" ?><?cs if:Page.Who.unread > #0 ?><form method="post" action="/account/messages"><?cs include!"token.cs" ?>
<button class="button quiet" type="submit"><?cs var:Lang.message.read_all ?></button></form>
<?cs /if ?><?cs else ?><div class="empty"><p><?cs if:Page.Filter.only ?><?cs var:Lang.message.none_unread ?><?cs
else ?><?cs var:Lang.message.none ?><?cs /if ?></p></div>
<?cs /if ?><p><a class="go" href="/account/messages/channels"><?cs var:Lang.message.ways_change ?></a></p>
<?cs include!"volunteer_foot.cs" ?>
