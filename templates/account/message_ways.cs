<?cs set:Title = Lang.message.ways ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/messages"><?cs var:Lang.message.title ?></a>
<h1><?cs var:Lang.message.ways ?></h1>
<p><?cs var:Lang.message.ways_about ?></p>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.message.by_wechat ?></dt><dd><?cs if:Page.Wechat ?><?cs var:Lang.message.bound ?><?cs
else ?><?cs var:Lang.message.not_bound ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.message.by_sms ?></dt><dd><?cs if:Page.Phone ?><?cs var:Page.Phone ?><?cs
else ?><?cs var:Lang.message.no_phone ?><?cs /if ?></dd></div>
</dl></section>
<?cs if:subcount(Page.Ways) ?><form method="post" action="/account/messages/channels" novalidate><?cs include!"token.cs" ?>
<?cs call:radios("ways", "required", Page.Ways) ?>
<button class="button" type="submit"><?cs var:Lang.message.ways_save ?></button></form>
<?cs else ?><p class="note"><?cs var:Lang.message.none_on ?></p>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
