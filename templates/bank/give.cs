<?cs set:Title = Lang.bank.give ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/bank/"><?cs var:Lang.bank.mine ?></a>
<h1><?cs var:Lang.bank.give ?></h1>
<p><?cs var:Lang.bank.balance ?> <b class="nb"><?cs var:Page.Account.hours ?> <?cs var:Lang.Layout.hours ?></b></p>
<h2><?cs var:Lang.bank.give_kin ?></h2>
<?cs if:!Page.Can.kin ?><p class="soft"><?cs var:Lang.bank.give_off ?></p>
<?cs elif:subcount(Page.Kin) ?><form method="post" action="/bank/give" novalidate><?cs
include!"token.cs" ?><input type="hidden" name="key" value="<?cs
var:Page.Key ?>">
<?cs call:radios("to", "required", Page.Kin) ?><?cs call:number("minutes", "required") ?><?cs
call:check("confirm", Lang.bank.give_sure) ?><button class="button" type="submit"><?cs var:Lang.bank.give_button ?></button>
</form>
<?cs else ?><p class="soft"><?cs var:Lang.bank.give_none ?></p>
<?cs /if ?><?cs if:Page.Can.donate ?><h2><?cs var:Lang.bank.donate ?></h2>
<p class="soft"><?cs var:Lang.bank.donate_about ?></p>
<form method="post" action="/bank/donate" novalidate><?cs include!"token.cs" ?><input type="hidden" name="key" value="<?cs
var:Page.Key ?>">
<?cs call:number("donated", "required") ?><?cs
call:check("confirm_donated", Lang.bank.give_sure) ?><button class="button second" type="submit"><?cs
var:Lang.bank.donate_button ?></button>
</form>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
