<?cs set:Title = Lang.needs.field ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Lang.needs.field ?></h1>
<div data-field<?cs each:w = Lang.needs.FieldSay ?> data-<?cs var:name(w) ?>="<?cs var:w ?>"<?cs /each ?>>
<p class="note good" role="status" data-kept hidden><?cs var:Lang.needs.field_kept ?></p>
<p class="note" role="alert" data-told hidden></p>
<p data-signin hidden><a class="button" href="/account/sign-in?to=/needs/field"><?cs var:Lang.Layout.sign_in_staff ?></a></p>
<section data-part="take" data-take>
<p><?cs var:Lang.needs.field_about ?></p>
<dl class="facts card"><div><dt><?cs var:Lang.needs.field_stops ?></dt><dd><?cs var:Page.Route.stops ?></dd></div></dl>
<form method="post" action="/needs/field/take" data-work="take" novalidate><?cs include!"token.cs" ?>
<div class="field"><label for="f-pin-new"><?cs var:Lang.needs.pin_new ?></label>
<p class="hint" id="f-pin-new-hint"><?cs var:Lang.needs.pin_about ?></p>
<input type="password" id="f-pin-new" name="pin" inputmode="numeric" maxlength="6" autocomplete="off"
aria-describedby="f-pin-new-hint"></div>
<button class="button" type="submit"><?cs var:Lang.needs.field_take ?></button></form>
<form method="post" action="/needs/field/take"><?cs include!"token.cs" ?><button class="button second" type="submit"><?cs
var:Lang.needs.field_paper ?></button></form>
</section>
<section data-part="pin" hidden>
<form method="post" action="/needs/field" data-work="pin" novalidate><?cs include!"token.cs" ?>
<div class="field"><label for="f-pin"><?cs var:Lang.needs.pin ?></label>
<p class="hint" id="f-pin-hint"><?cs var:Lang.needs.pin_ten ?></p>
<input type="password" id="f-pin" name="pin" inputmode="numeric" maxlength="6" autocomplete="off" aria-describedby="f-pin-hint"></div>
<button class="button" type="submit"><?cs var:Lang.needs.pin_open ?></button></form>
</section>
<section data-part="list" data-list hidden>
<dl class="facts card"><div><dt><?cs var:Lang.needs.field_waiting ?></dt><dd><b data-waiting role="status">0</b></dd></div>
<div><dt><?cs var:Lang.needs.field_sent ?></dt><dd><span data-sent>0</span></dd></div></dl>
<div data-homes></div>
<button class="button" type="button" data-give disabled><?cs var:Lang.needs.field_give ?></button>
</section>
<section data-part="home" hidden>
<button class="button quiet" type="button" data-back><?cs var:Lang.Layout.back_list ?></button>
<h2 data-title><?cs var:Lang.needs.household ?></h2>
<dl class="facts card" data-facts></dl>
<form method="post" action="/needs/field" data-form data-work="form" novalidate><?cs include!"token.cs" ?>
<?cs set:At.chips = #1 ?><?cs call:radios("result", "required", Lang.State.visit_result) ?><?cs
call:textarea("found", "optional", "4") ?><?cs
call:time_as("at", "required", Lang.needs.Field.visited_at, "") ?><?cs
call:day("next_on", "optional") ?><?cs
call:select_as("kind", "optional", Page.Kind, Lang.needs.Field.household_kind, Lang.needs.found_about) ?><?cs
call:number("members", "optional") ?><?cs call:text_as("health", "optional", Lang.needs.Field.health, Lang.needs.changed_only) ?><?cs
call:select("need_category", "optional", Page.Category) ?><?cs call:textarea("need_words", "optional", "2") ?><?cs
call:text("companions", "optional") ?><button class="button" type="submit"><?cs var:Lang.needs.field_note ?></button></form>
</section>
<template data-home><div class="card"><strong data-name><?cs var:Lang.needs.household ?></strong> <b class="tag"></b>
<p data-where></p><p data-why></p><button class="button second" type="button"><?cs var:Lang.needs.field_open ?></button></div></template>
<template data-fact><div><dt><?cs var:Lang.needs.household ?></dt><dd></dd></div></template>
</div>
<script src="/static/field.js?v=<?cs var:Page.Static ?>" defer></script>
<?cs include!"volunteer_foot.cs" ?>
