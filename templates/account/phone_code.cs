<?cs set:Title = Lang.account.code_type ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/phone<?cs if:Page.ToEncoded ?>?to=<?cs var:Page.ToEncoded ?><?cs /if ?>"><?cs
var:Lang.account.phone_other ?></a>
<h1><?cs var:Lang.account.code_type ?></h1>
<?cs if:Page.Phone ?><p><?cs var:Lang.account.code_sent ?> <b><?cs var:Page.Phone ?></b></p>
<p class="soft"><?cs var:Page.Minutes ?> <?cs var:Lang.account.code_sent_about ?></p>
<?cs else ?><p class="note wait"><?cs var:Lang.account.code_none ?> <?cs var:Page.Minutes ?> <?cs var:Lang.account.code_none_end ?></p>
<?cs /if ?><form method="post" action="/account/phone/code" novalidate><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?>
<?cs call:code("code", "required") ?><button class="button" type="submit"><?cs var:Lang.account.code_next ?></button>
</form>
<p class="soft"><?cs var:Lang.account.code_secret ?></p>
<?cs include!"public_foot.cs" ?>
