<?cs set:Title = Lang.platform.Transfer.keys ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer"><?cs var:Lang.platform.Transfer.title ?></a> › <?cs var:Lang.platform.Transfer.keys ?></p>
<h1><?cs var:Lang.platform.Transfer.keys ?></h1>
</div>
<p><?cs var:Lang.platform.Transfer.keys_lead ?></p>
<?cs if:subcount(Page.Keys) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.platform.Transfer.keys ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.Transfer.keys ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.platform.Transfer.key_name ?></th><th scope="col"><?cs
var:Lang.platform.Transfer.key_id ?></th><th scope="col"><?cs var:Lang.platform.Transfer.key_added ?></th>
<th scope="col"><?cs var:Lang.platform.Transfer.key_ended ?></th></tr></thead>
<tbody>
<?cs each:k = Page.Keys ?><tr<?cs if:k.ended ?> class="off"<?cs /if ?>><td class="w"><?cs var:k.name ?></td><td><?cs
var:k.no ?></td><td><?cs var:on(k.added) ?></td><td><?cs var:on(k.ended) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.platform.Transfer.keys_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.platform.Transfer.own_key ?></h2>
<p><?cs var:Lang.platform.Transfer.own_key_lead ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.platform.Transfer.key_id ?></dt><dd><?cs var:Page.Own.no ?></dd></div>
<div class="whole"><dt><?cs var:Lang.platform.Transfer.key_text ?></dt><dd><?cs var:Page.Own.key ?></dd></div>
</dl>
<?cs include!"staff_foot.cs" ?>
