<?cs set:Title = Page.Survey.title ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Page.Survey.title ?></h1>
<?cs if:Page.Closed ?><p><?cs var:Lang.needs.survey_over ?></p>
<a class="button second" href="/"><?cs var:Lang.Layout.to_front ?></a>
<?cs else ?><p class="soft" data-intro><?cs var:Page.Survey.intro ?></p>
<form method="post" action="/needs/s/<?cs var:Page.Survey.code ?>" novalidate data-pages="<?cs
var:Page.Survey.code ?>" data-progress="<?cs var:Lang.Layout.page_progress ?>" data-saved="<?cs
var:Lang.Layout.page_saved ?>" data-back="<?cs var:Lang.Layout.page_back ?>" data-next="<?cs var:Lang.Layout.page_next ?>">
<?cs include!"token.cs" ?><?cs each:n = Page.Questions ?><?cs
set:At.need = "optional" ?><?cs if:n.required == #1 ?><?cs set:At.need = "required" ?><?cs /if ?><?cs
if:n.kind == "single" || n.kind == "scale" ?><?cs call:radios_as(n.field, At.need, n.Choices, n.title, n.hint) ?><?cs
elif:n.kind == "multi" ?><?cs call:checks_as(n.field, At.need, n.Choices, n.title, n.hint) ?><?cs
elif:n.kind == "number" ?><?cs call:number_as(n.field, At.need, n.title, n.hint) ?><?cs
elif:n.phone ?><?cs call:tel_as(n.field, At.need, n.title, n.hint) ?><?cs
elif:n.name ?><?cs call:person_as(n.field, At.need, n.title, n.hint) ?><?cs
else ?><?cs call:textarea_as(n.field, At.need, "4", n.title, n.hint) ?><?cs /if ?><?cs /each ?>
<div class="field" data-together><label class="choice"><input type="checkbox" id="f-by_proxy" name="by_proxy" value="1"<?cs
if:Page.Form.by_proxy ?> checked<?cs /if ?>><span><?cs var:Lang.needs.by_proxy ?></span></label></div>
<button class="button" type="submit"><?cs var:Lang.needs.send ?></button>
</form>
<?cs /if ?><?cs include!"resident_foot.cs" ?>
