<?cs set:Title = Lang.station.standards ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.station.standards ?> <?cs var:Page.Year ?></h1>
<span><?cs var:Lang.station.standards_shown ?> <b class="n"><?cs var:Page.Count.shown ?></b> / <?cs var:Page.Count.all ?><?cs
var:Lang.recruit.comma ?><?cs var:Lang.station.standards_met ?> <b class="n"><?cs var:Page.Count.met ?></b></span>
<div class="acts"><a class="button" href="/station/standards?year=<?cs var:Page.Before ?>"><?cs var:Page.Before ?></a><?cs
if:Page.Year != Page.ThisYear ?> <a class="button" href="/station/standards"><?cs var:Page.ThisYear ?></a><?cs /if ?></div>
</div>
<p><?cs var:Lang.station.standards_about ?></p>
<?cs each:i = Page.Items ?><h2><?cs var:i.name ?> <?cs if:i.word ?><b class="tag <?cs var:i.word ?>"><?cs
var:Lang.State.standard_mark_word[i.word] ?></b><?cs elif:i.document ?><b class="tag shown"><?cs
var:Lang.station.word_waits ?></b><?cs else ?><b class="tag missing"><?cs var:Lang.station.word_none ?></b><?cs /if ?></h2>
<?cs if:i.document ?><p><a href="/station/document/<?cs var:i.document ?>"><?cs var:Lang.station.evidence ?></a> <?cs
var:at(i.claimed_at) ?> <?cs var:i.note ?></p>
<?cs /if ?><?cs if:i.remark ?><p class="note wait"><?cs var:Lang.station.overseer_says ?><?cs var:i.remark ?></p>
<?cs /if ?><form class="form" method="post" enctype="multipart/form-data" action="/station/standards/<?cs
var:i.code ?>" novalidate><?cs include!"token.cs" ?><input type="hidden" name="year" value="<?cs var:Page.Year ?>">
<?cs set:At.id = "file-" + i.code ?><?cs if:first(i) ?><?cs set:At.id = "f-file" ?><?cs /if ?>
<div class="field"><label for="<?cs
var:At.id ?>"><?cs var:Lang.station.Field.file ?></label><input type="file" id="<?cs
var:At.id ?>" name="file" accept="image/jpeg,image/png,application/pdf"></div>
<div class="field"><label for="note-<?cs var:i.code ?>"><?cs var:Lang.station.Field.note ?></label><input type="text" id="note-<?cs
var:i.code ?>" name="note" value="<?cs var:i.note ?>"></div>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.Layout.save ?><span class="hidden"> <?cs
var:i.name ?></span></button></p>
</form>
<?cs /each ?><?cs include!"staff_foot.cs" ?>
