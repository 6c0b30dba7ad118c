<?cs set:Title = Lang.message.undelivered ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a></p>
<h1><?cs var:Lang.message.undelivered ?></h1>
</div>
<p class="hint"><?cs var:Lang.message.undelivered_about ?></p>
<?cs if:!Page.On.wechat ?><p class="note"><?cs var:Lang.message.off_wechat ?></p>
<?cs /if ?><?cs if:!Page.On.sms ?><p class="note"><?cs var:Lang.message.off_sms ?></p>
<?cs /if ?><?cs if:subcount(Page.Undelivered) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.message.undelivered ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.message.undelivered ?></caption>
<thead><tr><th><?cs var:Lang.message.channel ?></th><th><?cs var:Lang.message.state ?></th><th><?cs
var:Lang.message.reason ?></th><th class="num"><?cs var:Lang.message.how_many ?></th><th><?cs var:Lang.message.oldest ?></th></tr></thead>
<tbody>
<?cs each:m = Page.Undelivered ?><tr><td><?cs var:Lang.State.message_channel[m.channel] ?></td><td><?cs
var:Lang.State.message[m.state] ?></td><td class="w"><?cs if:m.reason ?><?cs var:Lang.message.Reason[m.reason] ?><?cs
/if ?></td><td class="num"><?cs
var:m.n ?></td><td><?cs var:short(m.oldest) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.message.undelivered_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
