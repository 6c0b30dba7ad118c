<?cs set:Title = Lang.bank.greens ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.greens ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/bank/green/lapsing"><?cs var:Lang.bank.lapsing ?></a>
<a class="button go" href="/bank/green/new" data-key="n"><?cs var:Lang.bank.green_new ?></a></div>
</div>
<form class="filters" action="/bank/green"><?cs call:filter_text("q") ?><?cs call:filter_select("state", Lang.State.green_account) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Accounts) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.greens ?></caption>
<thead><tr><?cs call:column("no", Lang.bank.Greens.no) ?><?cs call:column("opened", Lang.bank.Greens.opened) ?><?cs
call:column_num("points", Lang.bank.Greens.points) ?><?cs call:column_num("earned", Lang.bank.Greens.earned) ?><?cs
call:column("household", Lang.bank.Greens.household) ?><?cs call:column("volunteer", Lang.bank.Greens.volunteer) ?><?cs
call:column("card", Lang.bank.Greens.card) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:a = Page.Accounts ?><tr><td><a href="/bank/green/a/<?cs var:a.no ?>"><?cs var:a.no ?></a></td><td><?cs
var:short(a.opened) ?></td><td class="num"><?cs var:a.points ?></td><td class="num"><?cs var:a.earned ?></td><td><?cs
var:a.household ?></td><td><?cs var:a.volunteer ?></td><td><?cs var:Lang.State.green_card[a.card] ?></td><td><b class="tag <?cs
var:a.state ?>"><?cs var:Lang.State.green_account[a.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.greens_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
