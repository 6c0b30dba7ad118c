<?cs set:Title = Lang.message.one ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/messages"><?cs var:Lang.message.title ?></a>
<h1><?cs var:Lang.message.Event[Page.Message.event] ?></h1>
<?cs if:Lang.message.Say[Page.Message.event] ?><p><?cs var:Lang.message.Say[Page.Message.event] ?></p>
<?cs /if ?><section class="card">
<?cs if:Page.Message.name ?><h2><?cs var:Page.Message.name ?></h2>
<?cs /if ?><?cs if:Page.Message.note ?><p class="words"><?cs var:Page.Message.note ?></p>
<?cs /if ?><dl class="facts">
<?cs if:Page.Message.until_at ?><div><dt><?cs var:Lang.message.until ?></dt><dd><strong><?cs
	var:at(Page.Message.until_at) ?></strong></dd></div>
<?cs /if ?><?cs if:Page.Message.happens_at ?><div><dt><?cs var:Lang.message.happens ?></dt><dd><?cs
	var:at(Page.Message.happens_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Message.place ?><div><dt><?cs var:Lang.message.place ?></dt><dd><?cs var:Page.Message.place ?></dd></div>
<?cs /if ?><?cs if:Page.Message.station ?><div><dt><?cs var:Lang.message.from ?></dt><dd><?cs var:Page.Message.station ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.message.told_at ?></dt><dd><?cs var:at(Page.Message.created_at) ?></dd></div>
</dl>
<?cs if:Page.Message.path ?><a class="button" href="<?cs var:url_validate(Page.Message.path) ?>"><?cs var:Lang.message.go ?></a>
<?cs /if ?></section>
<?cs include!"volunteer_foot.cs" ?>
