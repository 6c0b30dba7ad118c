<?cs set:Title = Page.Exchange.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/bank/gifts/x/" + Page.Exchange.uid ?>
<div class="bar">
<p class="crumb"><a href="/bank/gifts/waiting?state=waiting"><?cs var:Lang.bank.counter ?></a> › <?cs var:Page.Exchange.name ?></p>
<h1><?cs var:Page.Exchange.name ?></h1> <b class="tag <?cs var:Page.Exchange.state ?>"><?cs
var:Lang.State.gift_exchange[Page.Exchange.state] ?></b>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.bank.Counter.who ?></dt><dd><?cs var:Page.Exchange.who ?></dd></div>
<div><dt><?cs var:Lang.bank.paid ?></dt><dd><?cs if:Page.Exchange.points ?><?cs var:Page.Exchange.points ?> <?cs
var:Lang.bank.points ?><?cs else ?><?cs var:Page.Exchange.hours ?> <?cs var:Lang.Layout.hours ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.bank.Counter.day ?></dt><dd><?cs var:at(Page.Exchange.asked_at) ?></dd></div>
<div><dt><?cs var:Lang.bank.Counter.until ?></dt><dd><?cs var:on(Page.Exchange.until_on) ?></dd></div>
<?cs if:Page.Exchange.about ?><div><dt><?cs var:Lang.bank.gift_about ?></dt><dd><?cs var:Page.Exchange.about ?></dd></div>
<?cs /if ?><?cs if:Page.Exchange.donor ?><div><dt><?cs var:Lang.bank.Gifts.donor ?></dt><dd><?cs var:Page.Exchange.donor ?></dd></div>
<?cs /if ?><?cs if:Page.Exchange.closed_at ?><div><dt><?cs var:Lang.bank.Counter.clerk ?></dt><dd><?cs
var:at(Page.Exchange.closed_at) ?> <?cs var:Page.Exchange.clerk ?> <?cs var:Page.Exchange.reason ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Exchange.state == "waiting" ?><form class="form" method="post" action="<?cs var:url_validate(Base) ?>/hand" novalidate><?cs
include!"token.cs" ?>
<?cs call:code_typed_as("letters", "required", Lang.bank.letters, Lang.bank.letters_hint) ?><p class="acts"><button class="button go"
type="submit"><?cs var:Lang.bank.hand ?></button></p>
</form>
<details><summary><?cs var:Lang.bank.give_back ?></summary>
<p><?cs var:Lang.bank.give_back_about ?></p>
<form class="form" method="post" action="<?cs var:url_validate(Base) ?>/cancel" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("why", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.bank.give_back_sure ?></button></p>
</form></details>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
