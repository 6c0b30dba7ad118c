<?cs set:Title = Lang.bank.pool ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.pool ?></h1>
<div class="acts"><a class="button" href="/bank/manage/draws?state=proposed"><?cs var:Lang.bank.draws ?></a></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.bank.Accounts.hours ?></dt><dd><?cs var:Page.Account.hours ?></dd></div>
<?cs if:Page.Account.debt ?><div><dt><?cs var:Lang.bank.Accounts.debt ?></dt><dd><?cs var:Page.Account.debt ?></dd></div>
<?cs /if ?><?cs if:Page.Waiting ?><div><dt><?cs var:Lang.bank.pool_waiting ?></dt><dd><?cs var:Page.Waiting ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.On ?><h2><?cs var:Lang.bank.pool_ask ?></h2>
<p><?cs var:Lang.bank.pool_about ?> <?cs var:Page.Rule.pool_age ?> <?cs var:Lang.bank.About.pool_who ?></p>
<form class="form" method="post" action="/bank/manage/pool" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="key" value="<?cs
var:Page.Key ?>">
<?cs call:text_short("order_no", "required") ?><?cs call:number("minutes", "required") ?><?cs
call:select("reason", "required", Lang.State.timebank_draw_reason) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.bank.pool_button ?></button></p>
</form>
<?cs else ?><p class="note"><?cs var:Lang.bank.off ?></p>
<?cs /if ?><h2><?cs var:Lang.bank.entries ?></h2>
<?cs include!"bank/entries.cs" ?><?cs if:Page.Next ?><p><a href="/bank/manage/pool?after=<?cs var:Page.Next ?>"><?cs
var:Lang.bank.older ?></a></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
