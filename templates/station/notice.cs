<?cs set:Title = Lang.station.notice_new ?><?cs if:Page.Uid ?><?cs set:Title = Lang.station.notice_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/notices"><?cs var:Lang.station.notice_list ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<?cs if:Page.Uid ?><div class="acts"><?cs if:Page.PublishedAt ?><form method="post" action="/station/notices/<?cs
var:Page.Uid ?>/down"><?cs include!"token.cs" ?><button class="button bad" type="submit"><?cs
var:Lang.station.notice_down ?></button></form><?cs else ?><form method="post" action="/station/notices/<?cs
var:Page.Uid ?>/publish"><?cs include!"token.cs" ?><button class="button go" type="submit"><?cs
var:Lang.station.notice_publish ?></button></form><?cs /if ?></div>
<?cs /if ?></div>
<?cs if:Page.PublishedAt ?><p class="note"><?cs var:Lang.station.notice_published ?> <?cs var:at(Page.PublishedAt) ?><?cs
if:Page.Until ?> <?cs var:Lang.station.until ?> <?cs var:on(Page.Until) ?><?cs /if ?></p>
<h2><?cs var:Page.Form.title ?></h2>
<p class="text"><?cs var:Page.Form.body ?></p>
<?cs else ?><form class="form" method="post" action="/station/notices/<?cs
if:Page.Uid ?><?cs var:Page.Uid ?>/edit<?cs else ?>new<?cs /if ?>" novalidate><?cs include!"token.cs" ?><?cs
if:Page.Key ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>"><?cs /if ?>
<?cs call:select("kind", "required", Lang.station.NewsKind) ?><?cs call:day("until", "optional") ?><?cs
set:At.wide = #1 ?><?cs call:text("title", "required") ?><?cs set:At.wide = #1 ?><?cs call:textarea("body", "required", "10") ?>
<p class="acts"><button class="button<?cs if:!Page.Uid ?> go<?cs /if ?>" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
