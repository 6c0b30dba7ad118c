<?cs #
_pages.cs - the pages of the names on a board, which has no more than a thousand.
?><?cs if:Page.PageBefore || Page.PageNext ?><p class="acts"><?cs if:Page.PageBefore ?><a class="button second" href="?page=<?cs
var:Page.PageBefore ?>"><?cs var:Lang.activity.names_before ?></a><?cs /if ?><?cs
if:Page.PageNext ?> <a class="button second" href="?page=<?cs
var:Page.PageNext ?>"><?cs var:Lang.activity.names_next ?></a><?cs /if ?></p>
<?cs /if ?>