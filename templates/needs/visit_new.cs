<?cs set:Title = Lang.needs.visit_log ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/households/<?cs var:Page.Household.no ?>/visit" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="key" value="<?cs var:Page.Key ?>"><input type="hidden" name="version" value="<?cs var:Page.Form.version ?>">
<div class="bar">
<p class="crumb"><a href="/needs/households"><?cs var:Lang.needs.households ?></a> › <a href="/needs/households/<?cs
var:Page.Household.no ?>"><?cs var:Page.Household.no ?></a> › <?cs var:Lang.needs.visit_log ?></p>
<h1><?cs var:Lang.needs.visit_log ?> <?cs var:Page.Household.name ?> <?cs var:Page.Household.grid ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs call:time("visited_at", "required") ?><?cs call:text("companions", "optional") ?><?cs
set:At.chips = #1 ?><?cs call:radios("mode", "required", Lang.needs.Mode) ?><?cs
set:At.chips = #1 ?><?cs call:radios("result", "required", Lang.State.visit_result) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("found", "optional", "4") ?><?cs
call:select_as("household_kind", "optional", Page.Kind, "", Lang.needs.found_about) ?><?cs call:number("members", "optional") ?><?cs
call:text("health", "optional") ?><?cs call:day("next_on", "optional") ?><?cs
call:select("need_category", "optional", Page.Category) ?><?cs call:textarea("need_words", "optional", "2") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
