<?cs #
notices.cs - what the last POST did, and what is wrong with a form that was refused. The word of what was done comes from
the address: only a word that a language file knows says anything.
?><?cs if:Page.Done ?><?cs
	if:Lang[Page.App].Done[Page.Done] ?><p class="flash" role="status"><?cs var:Lang[Page.App].Done[Page.Done] ?></p>
<?cs elif:Lang.Done[Page.Done] ?><p class="flash" role="status"><?cs var:Lang.Done[Page.Done] ?></p>
<?cs /if ?><?cs /if ?><?cs if:subcount(Page.Errors) ?><div class="summary" role="alert">
<h2><?cs var:Lang.Layout.errors_before ?> <?cs var:subcount(Page.Errors) ?> <?cs var:Lang.Layout.errors_after ?></h2>
<ul>
<?cs each:e = Page.Errors ?><li><?cs if:e.field ?><a href="#f-<?cs var:e.field ?>"><?cs var:e.text ?></a><?cs
	else ?><?cs var:e.text ?><?cs /if ?></li>
<?cs /each ?></ul>
</div>
<?cs /if ?>
