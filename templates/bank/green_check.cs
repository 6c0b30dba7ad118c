<?cs set:Title = Lang.bank.check ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Lang.bank.check ?></h1>
<div data-green="/bank/green/check"<?cs each:w = Lang.bank.CheckSay ?> data-<?cs var:name(w) ?>="<?cs var:w ?>"<?cs /each ?>>
<p class="note" role="alert" data-told hidden></p>
<p data-signin hidden><a class="button" href="/account/me"><?cs var:Lang.bank.check_sign_in ?></a></p>
<p class="note good" data-kept hidden><?cs var:Lang.bank.check_kept ?></p>
<form method="post" action="/bank/green/check" data-check novalidate><?cs include!"token.cs" ?>
<?cs if:Page.Card.no ?><p class="note"><?cs var:Lang.bank.check_card ?> <b><?cs var:Page.Card.no ?></b></p>
<input type="hidden" name="card" value="<?cs var:Page.Card ?>">
<?cs else ?><?cs call:code_typed_as("card", "required", Lang.bank.check_no, Lang.bank.check_no_hint) ?><?cs /if ?>
<button class="button" type="submit" name="sorted" value="right"><?cs var:Lang.bank.check_right ?></button>
<button class="button second" type="submit" name="sorted" value="wrong"><?cs var:Lang.bank.check_wrong ?></button>
</form>
<section class="card" data-queue hidden>
<dl class="facts"><div><dt><?cs var:Lang.bank.check_waiting ?></dt><dd><b data-waiting role="status">0</b></dd></div></dl>
<button class="button second" type="button" data-give><?cs var:Lang.bank.check_give ?></button>
<ul class="rows" data-results></ul>
</section>
</div>
<?cs if:Page.Card.no ?><p><a class="button quiet" href="/bank/green/c?k=<?cs var:url_escape(Page.Card) ?>&amp;home=1"><?cs
var:Lang.bank.check_home ?></a></p>
<?cs else ?><p class="soft"><?cs var:Lang.bank.check_about ?></p>
<?cs /if ?><script src="/static/green.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs include!"volunteer_foot.cs" ?>
