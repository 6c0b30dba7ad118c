<?cs set:Title = Lang.account.more ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.more ?></h1>
<p><?cs var:Lang.account.more_about ?></p>
<form method="post" action="/account/me/more" novalidate><?cs include!"token.cs" ?>
<?cs set:At.chips = #1 ?><?cs call:checks("sources", "optional", Page.Sources) ?><?cs
call:select("political", "optional", Page.Politicals) ?><?cs call:select("occupation", "optional", Page.Occupations) ?><?cs
call:select("education", "optional", Page.Educations) ?><?cs
call:select("ethnic", "optional", Page.Ethnics) ?><button class="button" type="submit"><?cs
var:Lang.Layout.save ?></button>
</form>
<p class="soft"><?cs var:Lang.account.more_else ?> <a href="/account/me/edit"><?cs var:Lang.account.held_edit ?></a></p>
<?cs include!"volunteer_foot.cs" ?>
