<?cs set:Title = Lang.bank.gifts ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.gifts ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/bank/gifts/waiting?state=waiting"><?cs var:Lang.bank.counter ?></a>
<a class="button go" href="/bank/gifts/new" data-key="n"><?cs var:Lang.bank.gift_new ?></a></div>
</div>
<form class="filters" action="/bank/gifts"><?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.gift) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Gifts) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.gifts ?></caption>
<thead><tr><?cs call:column("name", Lang.bank.Gifts.name) ?><?cs call:column("kind", Lang.bank.Gifts.kind) ?><?cs
call:column_num("points", Lang.bank.Gifts.points) ?><?cs call:column_num("hours", Lang.bank.Gifts.hours) ?><?cs
call:column_num("stock", Lang.bank.Gifts.stock) ?><?cs call:column_num("taken", Lang.bank.Gifts.taken) ?><?cs
call:column("donor", Lang.bank.Gifts.donor) ?><?cs call:column_num("worth", Lang.bank.Gifts.worth) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:g = Page.Gifts ?><tr><td class="w"><a href="/bank/gifts/<?cs var:g.uid ?>"><?cs var:g.name ?></a></td><td><?cs
var:Lang.State.gift_kind[g.kind] ?></td><td class="num"><?cs var:g.points ?></td><td class="num"><?cs var:g.hours ?></td><td
 class="num"><?cs var:g.stock ?></td><td class="num"><?cs var:g.taken ?></td><td><?cs var:g.donor ?></td><td class="num"><?cs
var:g.worth ?></td><td><b class="tag <?cs var:g.state ?>"><?cs var:Lang.State.gift[g.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.gifts_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.bank.gift_rules ?></h2>
<?cs include!"bank/_rules.cs" ?><?cs include!"staff_foot.cs" ?>
