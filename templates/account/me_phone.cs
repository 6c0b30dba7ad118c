<?cs set:Title = Lang.account.phone_change ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/me/edit"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.phone_change ?></h1>
<?cs if:Page.Phone ?><p><?cs var:Lang.account.phone_now ?> <b><?cs var:Page.Phone ?></b></p>
<?cs if:Page.Unproved ?><p class="note"><?cs var:Lang.account.phone_unproved ?></p>
<?cs /if ?><?cs /if ?><?cs if:Page.Off ?><p class="note wait"><?cs var:Lang.account.phone_off_change ?></p>
<?cs else ?><?cs if:Page.Sent ?><p class="note"><?cs var:Lang.account.code_sent ?> <b><?cs var:Page.Sent ?></b></p>
<form method="post" action="/account/me/phone/<?cs if:Page.Stage == "old" ?>old-code<?cs else ?>code<?cs /if ?>" novalidate><?cs
include!"token.cs" ?>
<?cs call:code("code", "required") ?><button class="button" type="submit"><?cs
if:Page.Stage == "old" ?><?cs var:Lang.account.code_next ?><?cs else ?><?cs var:Lang.account.phone_change_button ?><?cs /if ?></button>
</form>
<?cs /if ?><?cs if:Page.Stage == "old" ?><p><?cs var:Lang.account.phone_old_about ?></p>
<form method="post" action="/account/me/phone/old"><?cs include!"token.cs" ?>
<button class="button<?cs if:Page.Sent ?> second<?cs /if ?>" type="submit"><?cs var:Lang.account.phone_old_send ?></button>
</form>
<?cs else ?><form method="post" action="/account/me/phone" novalidate><?cs include!"token.cs" ?>
<?cs call:tel_as("phone", "required", Lang.account.phone_new, Lang.account.phone_new_code) ?><button class="button<?cs
if:Page.Sent ?> second<?cs /if ?>" type="submit"><?cs var:Lang.account.code_send ?></button>
</form>
<?cs /if ?><?cs /if ?><p class="soft"><?cs var:Lang.account.phone_lost ?></p>
<?cs include!"volunteer_foot.cs" ?>
