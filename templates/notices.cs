<?cs #
notices.cs - what the last POST did, and what is wrong with a form that was refused. The word of what was done comes from
the address: only a word that a language file knows says anything.
?><?cs if:Page.Undo ?><div class="flash" role="status"><form method="post" action="/<?cs var:Page.App ?>/undo/<?cs
	var:Page.Undo ?>"><?cs include!"token.cs" ?><button class="plain" type="submit"><?cs var:Lang.Undo.button ?></button></form><p><?cs
	if:Lang[Page.App].Done[Page.Done] ?><?cs var:Lang[Page.App].Done[Page.Done] ?><?cs
	else ?><?cs var:Lang.Done[Page.Done] ?><?cs /if ?></p></div>
<?cs elif:Page.Done ?><?cs
	if:Lang[Page.App].Done[Page.Done] ?><p class="flash" role="status"><?cs var:Lang[Page.App].Done[Page.Done] ?></p>
<?cs elif:Lang.Done[Page.Done] ?><p class="flash" role="status"><?cs var:Lang.Done[Page.Done] ?></p>
<?cs /if ?><?cs /if ?><?cs if:subcount(Page.Undos) && !Page.Undo ?><ul class="rows undo">
<?cs each:u = Page.Undos ?><li><span><?cs var:at(u.at) ?> <?cs var:u.staff ?> <?cs var:Lang.Undo.What[u.what] ?> <?cs
	var:u.name ?></span><form class="end" method="post" action="/<?cs var:Page.App ?>/undo/<?cs var:u.ref ?>"><?cs
	include!"token.cs" ?><button class="plain" type="submit"><?cs var:Lang.Undo.button ?><span class="hidden"> <?cs
	var:Lang.Undo.What[u.what] ?> <?cs var:u.name ?></span></button></form></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Errors) ?><div class="summary" role="alert">
<h2><?cs var:Lang.Layout.errors_before ?> <?cs var:subcount(Page.Errors) ?> <?cs var:Lang.Layout.errors_after ?></h2>
<ul>
<?cs each:e = Page.Errors ?><li><?cs if:e.field ?><a href="#f-<?cs var:e.field ?>"><?cs var:e.text ?></a><?cs
	else ?><?cs var:e.text ?><?cs /if ?></li>
<?cs /each ?></ul>
</div>
<?cs /if ?>
