<?cs set:Title = Lang.account.code_title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.code_title ?></h1>
</div>
<p><?cs var:Lang.account.code_about ?></p>
<form class="form" method="post" action="/account/code" novalidate><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?>
<?cs set:At.wide = #1 ?><?cs call:code_typed("code", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.code_button ?></button></p>
</form>
<details><summary><?cs var:Lang.account.code_lost ?></summary>
<p><?cs var:Lang.account.code_lost_about ?></p></details>
<form method="post" action="/account/sign-out"><?cs include!"token.cs" ?><button class="plain" type="submit"><?cs
var:Lang.account.code_other ?></button></form>
<?cs include!"staff_foot.cs" ?>
