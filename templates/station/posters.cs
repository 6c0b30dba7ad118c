<?cs set:Title = Lang.poster.title ?><?cs set:Section = "publicity" ?><?cs include!"staff_head.cs" ?><?cs
def:sheets(kind, no) ?><td><a class="button" href="/station/poster?kind=<?cs var:url_escape(kind) ?>&amp;no=<?cs
var:url_escape(no) ?>"><?cs var:Lang.poster.a4 ?></a> <a class="button" href="/station/poster?kind=<?cs var:url_escape(kind) ?>&amp;no=<?cs
var:url_escape(no) ?>&amp;size=a3"><?cs var:Lang.poster.a3 ?></a></td><?cs /def ?><?cs
def:table(list, kind, label) ?><h2><?cs var:label ?></h2>
<?cs if:subcount(list) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:label ?></caption>
<tbody>
<?cs each:x = list ?><tr><td class="w"><?cs var:x.title ?><?cs if:!?x.title ?><?cs var:x.no ?><?cs /if ?></td><?cs
call:sheets(kind, x.no) ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.poster.none ?></p>
<?cs /if ?><?cs /def ?>
<div class="bar">
<h1><?cs var:Lang.poster.title ?></h1>
</div>
<p class="hint"><?cs var:Lang.poster.about ?></p>
<h2><?cs var:Lang.poster.station ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.poster.station ?></caption>
<tbody>
<tr><td class="w"><?cs var:Lang.poster.station_row ?></td><?cs call:sheets("station", "") ?></tr>
<tr><td class="w"><?cs var:Lang.poster.menu_row ?></td><?cs call:sheets("menu", "") ?></tr>
<tr><td class="w"><?cs var:Lang.poster.sign_row ?></td><td><a class="button" href="/station/poster?kind=sign"><?cs
var:Lang.poster.a3 ?></a></td></tr>
</tbody>
</table></div>
<?cs call:table(Page.Shifts, "shift", Lang.poster.shifts) ?><?cs call:table(Page.Projects, "project", Lang.poster.projects) ?><?cs
call:table(Page.Surveys, "survey", Lang.poster.surveys) ?><?cs call:table(Page.Notices, "notice", Lang.poster.notices) ?><?cs
call:table(Page.Months, "thanks", Lang.poster.months) ?><?cs include!"staff_foot.cs" ?>
