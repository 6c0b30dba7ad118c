<?cs set:Title = Lang.platform.Move.new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer"><?cs var:Lang.platform.Transfer.title ?></a> › <?cs var:Lang.platform.Move.new ?></p>
<h1><?cs var:Lang.platform.Move.new ?></h1>
</div>
<p><?cs var:Lang.platform.Move.lead ?></p>
<form class="form" method="post" action="/platform/transfer/move" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("volunteer", "required") ?><?cs call:select("station", "required", Page.Stations) ?><?cs
set:At.wide = #1 ?><?cs call:text_as("reason", "required", "", Lang.platform.Move.reason_hint) ?><?cs
set:At.wide = #1 ?><?cs call:check("agree", Lang.platform.Move.agree) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.platform.Move.ask ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
