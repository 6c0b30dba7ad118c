<?cs set:Title = Lang.support.policy_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/support/insurance/<?cs var:Page.Policy.uid ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/insurance"><?cs var:Lang.support.insurance ?></a> › <a href="/support/insurance/<?cs
var:Page.Policy.uid ?>"><?cs var:Page.Policy.policy_no ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.support.policy_edit ?></h1>
<?cs if:!Page.Policy.ended_at ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
<?cs /if ?></div>
<?cs if:Page.Policy.ended_at ?><p class="note bad"><?cs var:Lang.support.Message.policy_closed ?></p>
<?cs else ?><p><?cs var:Lang.support.policy_edit_about ?></p>
<?cs /if ?><div class="form">
<?cs call:text("insurer", "required") ?><?cs call:text("policy_no", "required") ?><?cs call:text("kind", "required") ?><?cs
call:number("premium_yuan", "optional") ?><?cs call:day("from_on", "required") ?><?cs call:day("to_on", "required") ?><?cs
set:At.wide = #1 ?><?cs call:radios("covers", "required", Lang.State.insurance_covers) ?><?cs
call:select("project", "optional", Page.Projects) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
