<?cs set:Title = Lang.commend.honours ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.commend.honours ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/commend/manage/honours/new" data-key="n"><?cs var:Lang.commend.honour_new ?></a></div>
</div>
<form class="filters" action="/commend/manage/honours">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.commend.Field.awarded_on) ?><?cs
call:filter_day("to", Lang.Frame.to) ?><?cs call:filter_select("subject", Lang.State.honour_subject) ?><?cs
call:filter_select("state", Lang.State.honour) ?><?cs
call:filter_select("authority_kind", Lang.State.honour_authority_kind) ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Honours) ?><form action="/commend/manage/honours"><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.honours ?></caption>
<thead><tr><td class="tick"><input class="js-only" type="checkbox" data-check-all="only" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></td><?cs call:column("no", Lang.commend.honour_no) ?><?cs
call:column("name", Lang.commend.honour_name) ?><?cs
call:column("person", Lang.commend.recipient) ?><th class="wide-only" scope="col"><?cs var:Lang.commend.subject ?></th><?cs
call:column("volunteer_no", Lang.commend.Field.volunteer_no) ?><?cs
call:column("authority", Lang.commend.Field.authority) ?><th class="wide-only" scope="col"><?cs
var:Lang.commend.Field.authority_kind ?></th><?cs call:column("awarded_on", Lang.commend.Field.awarded_on) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:h = Page.Honours ?><tr><td class="tick"><input class="js-only" type="checkbox"
name="only" value="<?cs var:h.no ?>" aria-label="<?cs
var:Lang.Layout.choose_one ?> <?cs var:h.no ?>"></td>
<td><a href="/commend/manage/honours/<?cs var:h.no ?>"><?cs var:h.no ?></a></td>
<td class="w"><?cs var:h.name ?></td><td><?cs var:h.person ?></td><td class="wide-only"><?cs
var:Lang.State.honour_subject[h.subject] ?></td><td><?cs var:h.volunteer_no ?></td><td><?cs
var:h.authority ?></td><td class="wide-only"><?cs var:Lang.State.honour_authority_kind[h.authority_kind] ?></td><td><?cs
var:short(h.awarded_on) ?></td>
<td><b class="tag <?cs var:h.state ?>"><?cs var:Lang.State.honour[h.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span> <?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.commend.honours_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
