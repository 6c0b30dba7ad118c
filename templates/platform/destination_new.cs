<?cs set:Title = Lang.platform.Dest.new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/destinations"><?cs var:Lang.platform.Dest.title ?></a> › <?cs var:Lang.platform.Dest.new ?></p>
<h1><?cs var:Lang.platform.Dest.new ?></h1>
</div>
<p><?cs var:Lang.platform.Dest.new_about ?></p>
<form class="form" method="post" action="/platform/destinations/new" novalidate><?cs include!"token.cs" ?>
<?cs call:text("name", "required") ?><?cs call:text_short("short_name", "required") ?><?cs set:At.wide = #1 ?><?cs
call:select("profile", "required", Page.Profiles) ?><?cs call:text("base_url", "optional") ?><?cs call:text("app_id", "optional") ?><?cs
call:password_new("password", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
