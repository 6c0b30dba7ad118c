<?cs set:Title = Lang.account.sign_in ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.sign_in ?></h1>
</div>
<p><?cs var:Lang.account.sign_in_about ?></p>
<form class="form" method="post" action="/account/sign-in" novalidate><?cs include!"token.cs" ?><?cs
if:Page.To ?><input type="hidden" name="to" value="<?cs var:Page.To ?>"><?cs /if ?>
<?cs set:At.wide = #1 ?><?cs call:login("login", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:password("password", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.sign_in_button ?></button>
<a class="button" href="/account/sign-in?as=volunteer"><?cs var:Lang.account.i_am_volunteer ?></a></p>
</form>
<p><?cs var:Lang.account.one_time_have ?> <a href="/account/one-time"><?cs var:Lang.account.one_time_title ?></a></p>
<?cs include!"staff_foot.cs" ?>
