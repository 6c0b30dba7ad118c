<?cs set:Title = Lang.bank.draw ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/bank/"><?cs var:Lang.bank.mine ?></a>
<h1><?cs var:Lang.bank.draw ?></h1>
<p><?cs var:Lang.bank.balance ?> <b class="nb"><?cs var:Page.Account.hours ?> <?cs var:Lang.Layout.hours ?></b></p>
<?cs if:subcount(Page.Orders) ?><p class="soft"><?cs var:Lang.bank.draw_about ?></p>
<form method="post" action="/bank/draw" novalidate><?cs include!"token.cs" ?>
<fieldset class="field<?cs each:e = Page.Errors ?><?cs if:e.field == "order_no" ?> wrong<?cs /if ?><?cs /each ?>"><legend><?cs
var:Lang.bank.Field.order_no ?></legend>
<?cs each:e = Page.Errors ?><?cs if:e.field == "order_no" ?><p class="error" id="f-order_no-error"><?cs var:Lang.Layout.error ?><?cs
var:e.text ?></p>
<?cs /if ?><?cs /each ?><?cs each:o = Page.Orders ?><label class="choice"><input type="radio" name="order_no" value="<?cs
var:o.no ?>"<?cs if:name(o) == "0" ?> id="f-order_no"<?cs else ?> id="f-order_no-<?cs var:name(o) ?>"<?cs /if ?><?cs
if:Page.Form.order_no == o.no ?> checked<?cs /if ?>> <span><?cs if:o.item ?><?cs var:o.item ?><?cs else ?><?cs
var:o.category ?><?cs /if ?><?cs if:o.name ?> <?cs var:o.name ?><?cs /if ?> <?cs var:o.no ?><?cs
if:o.wished_on ?> <?cs var:on(o.wished_on) ?><?cs /if ?></span></label>
<?cs /each ?></fieldset>
<?cs call:number("minutes", "required") ?><button class="button" type="submit"><?cs var:Lang.bank.draw_button ?></button>
</form>
<?cs else ?><div class="empty"><p><?cs var:Lang.bank.draw_none ?></p></div>
<a class="button" href="/order/new"><?cs var:Lang.bank.order_new ?></a>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
