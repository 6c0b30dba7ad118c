<?cs set:Title = Lang.account.second_title ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.second_title ?></h1>
</div>
<p><?cs if:Page.Second.has ?><?cs var:Lang.account.second_again ?><?cs else ?><?cs var:Lang.account.second_about ?><?cs /if ?></p>
<p><?cs var:Lang.account.second_app ?></p>
<p><?cs var:Lang.account.second_scan ?></p>
<div><svg viewBox="0 0 <?cs var:Page.Second.side ?> <?cs var:Page.Second.side ?>" width="220" height="220" role="img" aria-label="<?cs
var:Lang.account.second_qr ?>"><path d="<?cs var:Page.Second.path ?>"/></svg></div>
<p><?cs var:Lang.account.second_type ?> <b class="code"><?cs var:Page.Second.secret ?></b></p>
<p><?cs var:Lang.account.second_prove ?></p>
<form class="form" method="post" action="/account/second" novalidate><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?><input type="hidden" name="sealed" value="<?cs
var:Page.Second.sealed ?>">
<?cs set:At.wide = #1 ?><?cs call:code("code", "required") ?>
<?cs if:Page.Second.has ?><?cs set:At.wide = #1 ?><?cs call:code_typed("code_old", "required") ?>
<?cs /if ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.second_button ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
