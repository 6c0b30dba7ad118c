<?cs set:Title = Lang.station.notice_new ?><?cs set:Section = "publicity" ?><?cs
if:Page.Uid ?><?cs set:Title = Lang.station.notice_edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"station/parts.cs" ?><?cs
set:Base = "/station/notices/" + Page.Uid ?><?cs
def:one(verb, class, text) ?><form method="post" action="<?cs var:url_validate(Base) ?>/<?cs var:verb ?>"><?cs
include!"token.cs" ?><button class="button <?cs var:class ?>" type="submit"><?cs var:text ?></button></form><?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/station/notices"><?cs var:Lang.station.notice_list ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<?cs if:Page.Uid ?><div class="acts"><?cs if:Page.PublishedAt ?><?cs call:one("down", "bad", Lang.station.notice_down) ?><?cs
elif:Page.Can.review ?><?cs call:one("publish", "go", Lang.station.notice_publish) ?><?cs
elif:!Page.SubmittedAt ?><a class="button" href="/station/notices/<?cs var:Page.Uid ?>/parts"><?cs var:Lang.news.parts ?></a> <?cs
call:one("submit", "go", Lang.news.submit) ?><?cs /if ?></div>
<?cs /if ?></div>
<?cs if:Page.PublishedAt ?><p class="note"><?cs var:Lang.station.notice_published ?> <?cs var:at(Page.PublishedAt) ?><?cs
if:Page.Until ?> <?cs var:Lang.station.until ?> <?cs var:on(Page.Until) ?><?cs /if ?></p>
<?cs elif:Page.SubmittedAt ?><p class="note wait"><?cs if:Page.Can.review ?><?cs var:Lang.news.review_about ?><?cs
else ?><?cs var:Lang.news.submitted ?> <?cs var:at(Page.SubmittedAt) ?><?cs /if ?><?cs
if:Page.Bar == "unlinked" ?><br><?cs var:Lang.station.Message.piece_unlinked ?><?cs /if ?></p>
<?cs elif:string.length(Page.Piece.returned) ?><p class="note bad"><?cs var:Lang.news.returned ?><br><?cs
var:Page.Piece.returned ?></p>
<?cs /if ?><?cs if:Page.PublishedAt || Page.SubmittedAt ?><p class="soft"><?cs var:Lang.station.NewsKind[Page.Piece.kind] ?></p>
<h2><?cs var:Page.Piece.title ?></h2>
<div class="article"><p class="text"><?cs var:Page.Piece.body ?></p>
<?cs call:parts("/station/document/") ?></div>
<?cs if:Page.Can.review ?><form class="form" method="post" action="<?cs var:url_validate(Base) ?>/return" novalidate><?cs
include!"token.cs" ?><?cs set:At.wide = #1 ?><?cs call:text_as("returned", "required", Lang.news.return_why, "") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.news.return ?></button></p>
</form>
<?cs /if ?><?cs else ?><form class="form" method="post" action="/station/notices/<?cs
if:Page.Uid ?><?cs var:Page.Uid ?>/edit<?cs else ?>new<?cs /if ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:select("kind", "required", Lang.station.NewsKind) ?><?cs call:day("until", "optional") ?><?cs
set:At.wide = #1 ?><?cs call:text("title", "required") ?><?cs set:At.wide = #1 ?><?cs call:textarea("body", "required", "10") ?>
<p class="acts"><button class="button<?cs if:!Page.Uid ?> go<?cs /if ?>" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs if:subcount(Page.Parts) ?><h2><?cs var:Lang.news.parts ?></h2>
<div class="article"><?cs call:parts("/station/document/") ?></div>
<?cs /if ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
