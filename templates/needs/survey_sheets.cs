<?cs set:Title = Lang.needs.sheets ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys"><?cs var:Lang.needs.surveys ?></a> › <a href="/needs/surveys/<?cs
var:Page.Survey.code ?>"><?cs var:Page.Survey.title ?></a> › <?cs var:Lang.needs.sheets ?></p>
<h1><?cs var:Lang.needs.sheets ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><a class="button" href="/needs/surveys/<?cs
var:Page.Survey.code ?>/answers.xlsx"><?cs var:Lang.needs.export_answers ?></a></div>
</div>
<form class="filters" action="/needs/surveys/<?cs var:Page.Survey.code ?>/sheets"><?cs call:filter_select("way", Lang.needs.SheetWay) ?><?cs
call:filter_select("proxy", Lang.needs.SheetBy) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Sheets) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.sheets ?></caption>
<thead><tr><?cs call:column("at", Lang.needs.Sheets.at) ?><?cs call:column("way", Lang.needs.Sheets.way) ?><?cs
call:column("proxy", Lang.needs.Sheets.proxy) ?><?cs call:column("clerk", Lang.needs.Sheets.clerk) ?></tr></thead>
<tbody>
<?cs each:s = Page.Sheets ?><tr><td><a href="/needs/surveys/<?cs var:Page.Survey.code ?>/sheets/<?cs var:s.uid ?>"><?cs
var:at(s.at) ?></a></td><td><?cs var:Lang.needs.SheetWay[s.way] ?></td><td><?cs var:Lang.needs.SheetBy[s.proxy] ?></td>
<td><?cs var:s.clerk ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.sheets_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
