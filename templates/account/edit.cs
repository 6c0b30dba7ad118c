<?cs set:Title = Lang.account.held_edit ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.held_edit ?></h1>
<p><?cs var:Lang.account.phone_now ?> <b><?cs var:Page.Phone ?></b></p>
<a class="button second" href="/account/me/phone"><?cs var:Lang.account.phone_change ?></a>
<form method="post" action="/account/me/edit" novalidate><?cs include!"token.cs" ?>
<?cs call:region("region_code", "required", Page.Regions) ?><?cs
call:region("service_region_code", "optional", Page.Counties) ?><?cs
set:At.chips = #1 ?><?cs call:checks("categories", "required", Page.Categories) ?><?cs
set:At.chips = #1 ?><?cs call:checks("skills", "required", Page.Skills) ?><?cs
set:At.chips = #1 ?><?cs call:checks("fields", "optional", Page.Fields) ?><?cs
set:At.chips = #1 ?><?cs call:checks("available", "optional", Page.Available) ?><button class="button" type="submit"><?cs
var:Lang.Layout.save ?></button>
</form>
<a class="button quiet" href="/account/me/correct"><?cs var:Lang.account.correct ?></a>
<a class="button quiet" href="/account/me/rebind"><?cs var:Lang.account.rebind_mine ?></a>
<?cs include!"volunteer_foot.cs" ?>
