<?cs if:subcount(Page.Asked) ?><h2><?cs var:Lang.Frame.asked ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.Frame.asked ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.Frame.asked ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Frame.asked_no ?></th><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.Frame.asked_at ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:k = Page.Asked ?><tr><td><?cs var:k.no ?></td><td><?cs var:k.name ?></td><td><?cs var:at(k.asked_at) ?></td>
<td><b class="tag <?cs var:k.state ?>"><?cs var:Lang.State.volunteer_ask[k.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?>