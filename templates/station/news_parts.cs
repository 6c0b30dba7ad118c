<?cs set:Title = Lang.news.parts ?><?cs set:Section = "publicity" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:act(word, i, text, off) ?><button class="button" type="submit" name="do" value="<?cs var:word ?>_<?cs var:i ?>"<?cs
if:off ?> disabled<?cs /if ?>><?cs var:text ?></button> <?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/station/notices"><?cs var:Lang.station.notice_list ?></a> › <a href="/station/notices/<?cs
var:Page.Uid ?>"><?cs var:Page.Piece.title ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<p class="hint"><?cs var:Lang.news.parts_about ?></p>
<form class="form" method="post" action="/station/notices/<?cs
var:Page.Uid ?>/parts" enctype="multipart/form-data" novalidate><?cs include!"token.cs" ?>
<button class="hidden" type="submit" name="do" value="save" tabindex="-1"><?cs var:Lang.Layout.save ?></button>
<?cs each:p = Page.Parts ?><fieldset class="whole"><legend><?cs var:p.i + #1 ?> <?cs var:Lang.news.Kind[p.kind] ?></legend>
<input type="hidden" name="p<?cs var:p.i ?>_kind" value="<?cs var:p.kind ?>">
<?cs set:Px = "p" + p.i + "_" ?><?cs if:p.kind == "picture" ?><input type="hidden" name="p<?cs var:p.i ?>_pic" value="<?cs
var:p.pic ?>">
<?cs if:string.length(p.pic) ?><p><img class="thumb" src="/station/document/<?cs var:p.pic ?>" alt="<?cs var:p.alt ?>"></p>
<?cs /if ?><?cs call:at_start(Px + "file", "optional", Lang.news.Part.file, Lang.news.file_hint) ?><input type="file"<?cs
call:at_names(Px + "file") ?> accept="image/jpeg,image/png">
</div>
<?cs call:text_as(Px + "alt", "required", Lang.news.Part.alt, Lang.news.alt_hint) ?><?cs
call:text_as(Px + "body", "optional", Lang.news.Part.caption, "") ?><?cs
elif:p.kind == "heading" ?><?cs call:text_as(Px + "body", "required", Lang.news.Kind.heading, "") ?><?cs
elif:p.kind == "list" ?><?cs call:textarea_as(Px + "body", "required", "4", Lang.news.Kind.list, Lang.news.list_hint) ?><?cs
else ?><?cs call:textarea_as(Px + "body", "required", "5", Lang.news.Kind.text, "") ?><?cs /if ?>
<p class="acts"><?cs call:act("up", p.i, Lang.news.up, first(p)) ?><?cs call:act("down", p.i, Lang.news.down, last(p)) ?><?cs
call:act("remove", p.i, Lang.news.remove, 0) ?></p>
</fieldset>
<?cs /each ?><?cs if:!subcount(Page.Parts) ?><p class="empty whole"><?cs var:Lang.news.parts_empty ?></p>
<?cs /if ?><p class="acts whole"><?cs each:k = Lang.news.Kind ?><button class="button" type="submit" name="do" value="add_<?cs
var:name(k) ?>"><?cs var:Lang.news.add ?><?cs var:k ?></button> <?cs /each ?></p>
<p class="acts whole"><button class="button go" type="submit" name="do" value="save"><?cs var:Lang.news.save ?></button>
<a class="button" href="/station/notices/<?cs var:Page.Uid ?>"><?cs var:Lang.news.back ?></a></p>
</form>
<?cs include!"staff_foot.cs" ?>
