<?cs if:Page.Bind ?><?cs set:Title = Lang.account.phone_bind ?><?cs else ?><?cs set:Title = Lang.account.phone_who ?><?cs
/if ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Title ?></h1>
<?cs if:Page.Bind ?><p><?cs var:Lang.account.phone_bind_ask ?></p>
<?cs /if ?><?cs if:Page.Chosen.no ?><p><?cs var:Lang.account.phone_tail_about ?></p>
<form method="post" action="/account/phone/who" novalidate><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?><input type="hidden" name="no" value="<?cs
var:Page.Chosen.no ?>">
<?cs call:text_short("id_tail", "required") ?><button class="button" type="submit"><?cs
if:Page.Bind ?><?cs var:Lang.account.phone_bind_as ?><?cs else ?><?cs var:Lang.account.phone_tail_as ?><?cs /if ?><?cs
var:Page.Chosen.name ?></button>
</form>
<?cs else ?><p><?cs var:Lang.account.phone_who_about ?></p>
<?cs each:p = Page.People ?><?cs if:p.counter ?><p class="note wait"><?cs var:p.name ?><?cs
var:Lang.account.phone_counter ?></p>
<?cs elif:p.asks ?><a class="button second" href="/account/phone/who?no=<?cs var:url_escape(p.no) ?><?cs
if:Page.ToEncoded ?>&amp;to=<?cs var:Page.ToEncoded ?><?cs /if ?>"><?cs var:p.name ?></a>
<?cs else ?><form method="post" action="/account/phone/who"><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?><input type="hidden" name="no" value="<?cs
var:p.no ?>">
<button class="button" type="submit"><?cs
if:Page.Bind ?><?cs var:Lang.account.phone_bind_as ?><?cs /if ?><?cs var:p.name ?></button>
</form>
<?cs /if ?><?cs /each ?><?cs /if ?><form method="post" action="/account/phone/who"><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?><input type="hidden" name="none" value="1">
<button class="button quiet" type="submit"><?cs var:Lang.account.phone_none_of_us ?></button>
</form>
<a class="button quiet" href="/account/phone"><?cs var:Lang.account.phone_other ?></a>
<?cs include!"public_foot.cs" ?>
