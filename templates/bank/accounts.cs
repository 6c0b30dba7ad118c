<?cs set:Title = Lang.bank.accounts ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.accounts ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/bank/manage"><?cs call:filter_text("q") ?><?cs include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Accounts) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.accounts ?></caption>
<thead><tr><?cs call:column("no", Lang.bank.Accounts.no) ?><?cs call:column("name", Lang.bank.Accounts.name) ?><?cs
call:column_num("hours", Lang.bank.Accounts.hours) ?><?cs call:column_num("debt", Lang.bank.Accounts.debt) ?><?cs
call:column("opened", Lang.bank.Accounts.opened) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:a = Page.Accounts ?><tr><td><a href="/bank/manage/account/<?cs var:a.uid ?>"><?cs var:a.no ?></a></td><td><?cs
var:a.name ?></td><td class="num"><?cs var:a.hours ?></td>
<td class="num"><?cs var:a.debt ?></td><td><?cs var:short(a.opened) ?></td><td><b class="tag <?cs var:a.state ?>"><?cs
var:Lang.State.timebank_account[a.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.accounts_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
