<?cs set:Title = Lang.needs.visit_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/visits/<?cs var:Page.Visit.uid ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/visits"><?cs var:Lang.needs.visits ?></a> › <a href="/needs/visits/<?cs
var:Page.Visit.uid ?>"><?cs var:Page.Visit.no ?></a> › <?cs var:Lang.Layout.edit ?></p>
<h1><?cs var:Lang.needs.visit_edit ?></h1>
<?cs if:!Page.Visit.closed ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
<?cs /if ?></div>
<?cs if:Page.Visit.closed ?><p class="note bad"><?cs var:Lang.needs.Message.visit_closed ?></p>
<?cs else ?><p><?cs var:Lang.needs.visit_edit_about ?></p>
<?cs /if ?><div class="form">
<?cs call:time("visited_at", "required") ?><?cs call:text("companions", "optional") ?><?cs
set:At.chips = #1 ?><?cs call:radios("mode", "required", Lang.needs.Mode) ?><?cs
set:At.chips = #1 ?><?cs call:radios("result", "required", Lang.State.visit_result) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("found", "optional", "4") ?><?cs call:day("next_on", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
