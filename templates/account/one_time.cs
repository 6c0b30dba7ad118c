<?cs set:Title = Lang.account.one_time_title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.one_time_title ?></h1>
</div>
<p><?cs var:Lang.account.one_time_about ?></p>
<form class="form" method="post" action="/account/one-time" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:login("login", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:code_typed_as("code", "required", Lang.account.one_time_code, Lang.account.one_time_hint) ?>
<?cs set:At.wide = #1 ?><?cs call:password_new("password_new", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:password_new("password_again", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.one_time_button ?></button>
<a class="button" href="/account/sign-in"><?cs var:Lang.account.one_time_back ?></a></p>
</form>
<?cs include!"staff_foot.cs" ?>
