<?cs set:Title = Lang.station.search ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?><?cs
def:group(word) ?><h2 id="<?cs var:word ?>"><?cs var:Lang.station.Group[word] ?><?cs
if:Page.Found[word] == Page.Found.most ?> <small><?cs var:Lang.station.search_first ?> <?cs var:Page.Found.most ?> <?cs
var:Lang.Frame.total_after ?></small><?cs /if ?></h2>
<?cs /def ?><?cs
def:found(list, base, states) ?><ul class="rows">
<?cs each:r = list ?><li><a href="<?cs var:url_validate(base + r.no) ?>"><?cs var:r.no ?></a><?cs
if:r.day ?><?cs var:short(r.day) ?><?cs /if ?><span><?cs var:r.title ?></span><?cs
if:r.place ?><span><?cs var:r.place ?></span><?cs /if ?><b class="tag <?cs var:r.state ?> end"><?cs
var:Lang.State[states][r.state] ?></b></li>
<?cs /each ?></ul>
<?cs /def ?>
<div class="bar">
<h1><?cs var:Lang.station.search ?><?cs if:Page.Words ?><?cs var:Lang.station.search_open ?><?cs var:Page.Words ?><?cs
var:Lang.station.search_close ?><?cs /if ?></h1>
<?cs if:Page.Found.all > #0 ?><span><?cs var:Lang.Frame.found_before ?> <b class="n"><?cs var:Page.Found.all ?></b> <?cs
var:Lang.Frame.total_after ?></span>
<?cs each:g = Lang.station.Group ?><?cs if:Page.Found[name(g)] > #0 ?><a href="#<?cs var:name(g) ?>"><?cs var:g ?> <?cs
var:Page.Found[name(g)] ?></a>
<?cs /if ?><?cs /each ?><?cs /if ?></div>
<?cs if:!Page.Words ?><p class="empty"><?cs var:Lang.station.search_about ?></p>
<?cs elif:Page.Found.all == #0 ?><p class="empty"><?cs var:Lang.station.search_nothing ?></p>
<?cs /if ?><?cs if:subcount(Page.Volunteers) ?><?cs call:group("Volunteers") ?><ul class="rows">
<?cs each:v = Page.Volunteers ?><li><a href="/account/volunteers/<?cs var:v.no ?>"><?cs var:v.name ?></a><span><?cs
var:v.no ?></span><span><?cs var:v.hours ?> <?cs var:Lang.Layout.hours ?></span><b class="tag <?cs var:v.state ?> end"><?cs
var:Lang.State.volunteer[v.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Needs) ?><?cs call:group("Needs") ?><?cs
call:found(Page.Needs, "/needs/ledger/", "need") ?><?cs /if ?><?cs
if:subcount(Page.Projects) ?><?cs call:group("Projects") ?><?cs call:found(Page.Projects, "/project/", "project") ?><?cs /if ?><?cs
if:subcount(Page.Activities) ?><?cs call:group("Activities") ?><?cs
call:found(Page.Activities, "/activity/manage/", "activity") ?><?cs /if ?><?cs
if:subcount(Page.Certificates) ?><?cs call:group("Certificates") ?><?cs
call:found(Page.Certificates, "/commend/manage/certificates/", "certificate") ?><?cs /if ?><?cs include!"staff_foot.cs" ?>
