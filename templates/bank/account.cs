<?cs set:Title = Lang.bank.account ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/manage"><?cs var:Lang.bank.accounts ?></a> › <?cs var:Page.Account.no ?></p>
<h1><?cs var:Page.Account.name ?></h1>
<?cs if:Page.Account.closed ?><b class="tag closed"><?cs var:Lang.State.timebank_account.closed ?></b>
<?cs /if ?><div class="acts"><a class="button" href="/bank/manage/account/<?cs var:Page.Account.uid ?>/passbook"><?cs
var:Lang.bank.passbook_print ?></a></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.bank.Accounts.no ?></dt><dd><?cs var:Page.Account.no ?></dd></div>
<div><dt><?cs var:Lang.bank.Accounts.opened ?></dt><dd><?cs var:at(Page.Account.opened_at) ?></dd></div>
<div><dt><?cs var:Lang.bank.Accounts.hours ?></dt><dd><?cs var:Page.Account.hours ?></dd></div>
<?cs if:Page.Account.debt ?><div><dt><?cs var:Lang.bank.Accounts.debt ?></dt><dd><?cs var:Page.Account.debt ?></dd></div>
<?cs /if ?></dl>
<?cs if:!Page.Account.closed ?><h2><?cs var:Lang.bank.draw ?></h2>
<p class="soft"><?cs var:Lang.bank.draw_desk_about ?></p>
<form class="form" method="post" action="/bank/manage/account/<?cs var:Page.Account.uid ?>/draw" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("order_no", "required") ?><?cs call:number("minutes", "required") ?><?cs call:text_short("kin_no", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.bank.draw_button ?></button></p>
</form>
<?cs /if ?><h2><?cs var:Lang.bank.kin ?></h2>
<?cs if:subcount(Page.Kin) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.kin ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.bank.Accounts.name ?></th><th scope="col"><?cs
var:Lang.bank.Accounts.no ?></th><th scope="col"><?cs
var:Lang.bank.Field.relation ?></th><th scope="col"><?cs var:Lang.bank.Field.paper ?></th><th scope="col"><?cs
var:Lang.bank.seen ?></th><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:k = Page.Kin ?><tr><td><?cs var:k.name ?></td><td><?cs var:k.no ?></td><td><?cs
var:Lang.State.timebank_kin_relation[k.relation] ?></td><td><?cs var:Lang.State.timebank_kin_paper[k.paper] ?></td><td><?cs
var:k.seen_by ?> <?cs var:at(k.seen_at) ?></td><td><form method="post" action="/bank/manage/account/<?cs
var:Page.Account.uid ?>/kin/<?cs var:k.uid ?>/end"><?cs include!"token.cs" ?><button class="button bad" type="submit"><?cs
var:Lang.bank.kin_end ?><span class="hidden"> <?cs var:k.name ?></span></button></form></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.kin_none ?></p>
<?cs /if ?><form class="form" method="post" action="/bank/manage/account/<?cs var:Page.Account.uid ?>/kin" novalidate><?cs
include!"token.cs" ?>
<?cs call:text_short("relative_no", "required") ?><?cs call:select("relation", "required", Lang.State.timebank_kin_relation) ?><?cs
call:select("paper", "required", Lang.State.timebank_kin_paper) ?><?cs call:check("document_seen", Lang.bank.document_seen) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.bank.kin_add ?></button></p>
</form>
<h2><?cs var:Lang.bank.entries ?></h2>
<?cs include!"bank/entries.cs" ?><?cs if:Page.Next ?><p><a href="/bank/manage/account/<?cs var:Page.Account.uid ?>?after=<?cs
var:Page.Next ?>"><?cs var:Lang.bank.older ?></a></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
