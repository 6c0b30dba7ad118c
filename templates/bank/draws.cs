<?cs set:Title = Lang.bank.draws ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?><?cs
def:press(uid, path, word, class) ?><form method="post" action="/bank/manage/draws/<?cs var:uid ?>/<?cs var:path ?>"><?cs
include!"token.cs" ?><button class="button<?cs if:string.length(class) ?> <?cs var:class ?><?cs /if ?>" type="submit"><?cs
var:word ?></button></form>
<?cs /def ?>
<div class="bar">
<h1><?cs var:Lang.bank.draws ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/bank/manage/draws"><?cs call:filter_select("state", Lang.State.timebank_draw) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Draws) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.draws ?></caption>
<thead><tr><?cs call:column("order", Lang.bank.Draws.order) ?><?cs call:column("asked", Lang.bank.Draws.asked) ?><?cs
call:column("used_for", Lang.bank.Draws.used_for) ?><?cs call:column("no", Lang.bank.Draws.no) ?><?cs
call:column_num("hours", Lang.bank.Draws.hours) ?><?cs call:column_num("served", Lang.bank.Draws.served) ?><?cs
call:column("asked_by", Lang.bank.Draws.asked_by) ?><?cs
call:column("state", Lang.Layout.state) ?><th scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:d = Page.Draws ?><tr><td><a href="/order/desk/<?cs var:d.order ?>"><?cs var:d.order ?></a></td><td><?cs
var:short(d.asked) ?></td><td><?cs var:Lang.State.timebank_draw_used_for[d.used_for] ?><?cs if:d.reason ?> <?cs
var:Lang.State.timebank_draw_reason[d.reason] ?><?cs /if ?></td><td><?cs var:d.no ?></td><td class="num"><?cs var:d.hours ?></td>
<td class="num"><?cs var:d.served ?></td><td><?cs var:d.asked_by ?><?cs if:d.decided_by ?> / <?cs var:d.decided_by ?><?cs
/if ?></td><td><b class="tag <?cs var:d.state ?>"><?cs var:Lang.State.timebank_draw[d.state] ?></b></td><td><div class="acts"><?cs
if:d.state == "proposed" && Page.Can.decide ?><?cs call:press(d.uid, "approve", Lang.bank.approve, "go") ?><?cs
call:press(d.uid, "refuse", Lang.bank.refuse, "bad") ?><?cs elif:d.state == "reserved" ?><?cs
call:press(d.uid, "return", Lang.bank.draw_back, "bad") ?><?cs /if ?></div></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.draws_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
