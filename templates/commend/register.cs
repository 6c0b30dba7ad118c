<?cs set:Title = Lang.commend.register ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.commend.register ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/commend/manage/certificate" data-key="n"><?cs var:Lang.commend.certificate_new ?></a></div>
</div>
<form class="filters" action="/commend/manage/certificates">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.commend.issued_on) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.certificate) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Certificates) ?><form action="/commend/manage/certificates"><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.register ?></caption>
<thead><tr><td class="tick"><input class="js-only" type="checkbox" data-check-all="only" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></td><?cs call:column("no", Lang.commend.certificate_no) ?><?cs call:column("name", Lang.Field.name) ?><?cs
call:column("volunteer_no", Lang.commend.Field.volunteer_no) ?><?cs call:column("from_on", Lang.commend.period) ?><?cs
call:column_num("minutes", Lang.commend.hours) ?><?cs call:column("purpose", Lang.commend.Field.purpose) ?><?cs
call:column("issued_on", Lang.commend.issued_on) ?><?cs
call:column("handler", Lang.commend.handler) ?><th class="wide-only" scope="col"><?cs var:Lang.commend.notice_until ?></th><?cs
call:column_num("checks", Lang.commend.checks) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:c = Page.Certificates ?><tr><td class="tick"><input class="js-only" type="checkbox"
name="only" value="<?cs var:c.no ?>" aria-label="<?cs
var:Lang.Layout.choose_one ?> <?cs var:c.no ?>"></td>
<td><a href="/commend/manage/certificates/<?cs var:c.no ?>"><?cs var:c.no ?></a></td><td><?cs
var:c.name ?></td><td><?cs var:c.volunteer_no ?></td><td><?cs var:short(c.from_on) ?> – <?cs
var:short(c.to_on) ?></td><td class="num"><?cs var:c.hours ?></td><td class="w"><?cs var:c.purpose ?></td><td><?cs
var:short(c.issued_on) ?></td><td><?cs
var:c.handler ?></td><td class="wide-only"><?cs var:short(c.notice_until) ?></td><td class="num"><?cs var:c.checks ?></td>
<td><b class="tag <?cs var:c.state ?>"><?cs var:Lang.State.certificate[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span> <?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.commend.register_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
