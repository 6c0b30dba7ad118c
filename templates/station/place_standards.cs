<?cs set:Title = Lang.station.standards ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/station/places"><?cs var:Lang.station.place_list ?></a> › <a href="/station/places/<?cs
var:Page.No ?>"><?cs var:Page.Name ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Lang.station.standards ?> <?cs var:Page.Year ?></h1>
<span><?cs var:Lang.station.standards_shown ?> <b class="n"><?cs var:Page.Count.shown ?></b> / <?cs var:Page.Count.all ?><?cs
var:Lang.recruit.comma ?><?cs var:Lang.station.standards_met ?> <b class="n"><?cs var:Page.Count.met ?></b></span>
<div class="acts"><a class="button" href="/station/places/<?cs var:Page.No ?>/standards?year=<?cs var:Page.Before ?>"><?cs
var:Page.Before ?></a></div>
</div>
<?cs each:i = Page.Items ?><h2><?cs var:i.name ?> <?cs if:i.word ?><b class="tag <?cs var:i.word ?>"><?cs
var:Lang.State.standard_mark_word[i.word] ?></b><?cs elif:i.document ?><b class="tag shown"><?cs
var:Lang.station.word_waits ?></b><?cs else ?><b class="tag missing"><?cs var:Lang.station.word_none ?></b><?cs /if ?></h2>
<?cs if:i.document ?><p><a href="/station/places/<?cs var:Page.No ?>/document/<?cs var:i.document ?>"><?cs
var:Lang.station.evidence ?></a> <?cs var:at(i.claimed_at) ?> <?cs var:i.note ?></p>
<form class="form" method="post" action="/station/places/<?cs var:Page.No ?>/standards/<?cs var:i.code ?>" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="year" value="<?cs var:Page.Year ?>">
<?cs set:At.id = "-" + i.code ?><?cs if:i.first ?><?cs set:At.id = "" ?><?cs /if ?>
<div class="field"><label for="f-remark<?cs var:At.id ?>"><?cs var:Lang.station.Field.remark ?></label><input type="text" id="f-remark<?cs
var:At.id ?>" name="remark" value="<?cs var:i.remark ?>"></div>
<p class="acts"><button class="button" type="submit" id="f-word<?cs
var:At.id ?>" name="word" value="met"><?cs var:Lang.State.standard_mark_word.met ?><span class="hidden"> <?cs
var:i.name ?></span></button> <button class="button bad" type="submit" name="word" value="unmet"><?cs
var:Lang.State.standard_mark_word.unmet ?><span class="hidden"> <?cs var:i.name ?></span></button></p>
</form>
<?cs /if ?><?cs /each ?><?cs include!"staff_foot.cs" ?>
