<?cs set:Title = Lang.commend.cases ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.commend.cases ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/commend/cases"><?cs var:Lang.commend.case_public ?></a>
<a class="button go" href="/commend/manage/cases/new" data-key="n"><?cs var:Lang.commend.case_new ?></a></div>
</div>
<form class="filters" action="/commend/manage/cases">
<?cs call:filter_text("q") ?><?cs call:filter_select("kind", Lang.State.typical_case_kind) ?><?cs
call:filter_select("state", Lang.State.typical_case) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Cases) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.cases ?></caption>
<thead><tr><?cs call:column("title", Lang.commend.case_title) ?><?cs call:column("kind", Lang.commend.case_kind) ?><?cs
call:column("about", Lang.commend.Field.about) ?><?cs call:column("author", Lang.commend.case_author) ?><?cs
call:column("created_on", Lang.commend.case_made) ?><?cs call:column("published_on", Lang.commend.case_published_on) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:c = Page.Cases ?><tr><td class="w"><a href="/commend/manage/cases/<?cs var:c.uid ?>"><?cs var:c.title ?></a></td><td><?cs
var:c.kind_name ?></td><td><?cs var:c.about ?></td><td><?cs var:c.author ?></td><td><?cs var:short(c.created_on) ?></td><td><?cs
var:short(c.published_on) ?></td><td><b class="tag <?cs var:c.state ?>"><?cs var:Lang.State.typical_case[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.cases_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
