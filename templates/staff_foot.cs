<?cs if:subcount(Page.Deeds) ?><h2><?cs var:Lang.History.title ?></h2>
<ol class="line">
<?cs each:h = Page.Deeds ?><li><p><?cs var:at(h.at) ?> <?cs var:h.staff ?> <?cs var:h.did ?><?cs if:h.detail ?> <?cs
var:h.detail ?><?cs /if ?></p><?cs each:c = h.Changes ?>
<p><?cs var:c.label ?> <?cs if:!?c.was && !?c.became ?><?cs var:Lang.History.sealed ?><?cs else ?><?cs
var:Lang.History.was ?> <del><?cs if:string.length(c.was) ?><?cs var:c.was ?><?cs else ?><?cs var:Lang.History.empty ?><?cs
/if ?></del> <?cs var:Lang.History.became ?> <ins><?cs if:string.length(c.became) ?><?cs var:c.became ?><?cs
else ?><?cs var:Lang.History.empty ?><?cs /if ?></ins><?cs /if ?></p><?cs /each ?></li>
<?cs /each ?></ol>
<?cs /if ?></main>
</div>
</body>
</html>
