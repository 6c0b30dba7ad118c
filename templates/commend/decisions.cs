<?cs set:Title = Lang.commend.decisions ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.commend.decisions ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/commend/manage/decisions/new" data-key="n"><?cs var:Lang.commend.decision_new ?></a></div>
</div>
<form class="filters" action="/commend/manage/decisions">
<?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.honour_decision) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Decisions) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.decisions ?></caption>
<thead><tr><?cs call:column("title", Lang.commend.decision_title) ?><?cs call:column("document_no", Lang.commend.decision_no) ?><?cs
call:column("name", Lang.commend.honour_name) ?><?cs call:column_num("honours", Lang.commend.decision_count) ?><?cs
call:column("author", Lang.commend.decision_author) ?><?cs call:column("created_on", Lang.commend.decision_made) ?><?cs
call:column("notice_until", Lang.commend.notice_until) ?><?cs call:column("issued_on", Lang.commend.decision_issued_on) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:d = Page.Decisions ?><tr><td class="w"><a href="/commend/manage/decisions/<?cs var:d.uid ?>"><?cs
var:d.title ?></a></td><td><?cs
var:d.document_no ?></td><td class="w"><?cs var:d.name ?></td><td class="num"><?cs var:d.honours ?></td><td><?cs
var:d.author ?></td><td><?cs var:short(d.created_on) ?></td><td><?cs var:short(d.notice_until) ?></td><td><?cs
var:short(d.issued_on) ?></td><td><b class="tag <?cs var:d.state ?>"><?cs var:Lang.State.honour_decision[d.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.decisions_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
