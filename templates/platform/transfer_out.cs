<?cs set:Title = Lang.platform.Transfer.out ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer"><?cs var:Lang.platform.Transfer.title ?></a> › <?cs var:Lang.platform.Transfer.out ?></p>
<h1><?cs var:Lang.platform.Transfer.out ?></h1>
</div>
<p><?cs var:Lang.platform.Transfer.out_lead ?></p>
<form class="form" method="post" action="/platform/transfer/out" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("volunteer", "required") ?><?cs
call:number_as("part", "optional", "", Lang.platform.Transfer.part_hint) ?><?cs
if:subcount(Page.Keys) ?><?cs set:At.wide = #1 ?><?cs call:select_as("bank_to", "optional", Page.Keys, "",
Lang.platform.Transfer.bank_hint) ?><?cs /if ?><?cs
set:At.wide = #1 ?><?cs call:check("agree", Lang.platform.Transfer.out_agree) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.platform.Transfer.download ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
