<?cs set:Title = Lang.needs.surveys ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.needs.surveys ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/needs/surveys/new" data-key="n"><?cs var:Lang.needs.survey_new ?></a></div>
</div>
<form class="filters" action="/needs/surveys"><?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.survey) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Surveys) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.needs.surveys ?></caption>
<thead><tr><?cs call:column("no", Lang.needs.survey_no) ?><?cs call:column("title", Lang.Field.title) ?><?cs
call:column_num("version", Lang.needs.version) ?><?cs call:column_num("answered", Lang.needs.answered) ?><?cs
call:column_num("wanted", Lang.needs.wanted) ?><?cs call:column("opens_on", Lang.needs.Field.opens_on) ?><?cs
call:column("closes_on", Lang.needs.closes_on) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:s = Page.Surveys ?><tr><td><a href="/needs/surveys/<?cs var:s.code ?>"><?cs var:s.no ?></a></td>
<td class="w"><?cs var:s.title ?></td><td class="num"><?cs var:s.version ?></td><td class="num"><?cs var:s.answered ?></td>
<td class="num"><?cs var:s.wanted ?></td><td><?cs var:short(s.opens_on) ?></td><td><?cs var:short(s.closes_on) ?></td>
<td><b class="tag <?cs var:s.state ?>"><?cs var:Lang.State.survey[s.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.surveys_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
