<?cs include!"layout.cs" ?><?cs call:page_head("resident", Page.Survey.title) ?>
<?cs call:title(Page.Survey.title) ?>
<?cs if:Page.Closed ?><?cs call:lead(Lang.needs.survey_over) ?><?cs call:link_second("/", Lang.Layout.to_front) ?><?cs else ?>
<?cs call:lead(Page.Survey.intro) ?>
<?cs call:form_start_pages("/needs/s/" + Page.Survey.code, Page.Survey.code) ?>
<?cs each:n = Page.Questions ?><?cs set:At.need = "optional" ?><?cs if:n.required == #1 ?><?cs set:At.need = "required" ?><?cs /if ?><?cs
if:n.kind == "single" || n.kind == "scale" ?><?cs call:radios_as(n.field, At.need, n.Choices, n.title, n.hint) ?><?cs
elif:n.kind == "multi" ?><?cs call:checks_as(n.field, At.need, n.Choices, n.title, n.hint) ?><?cs
elif:n.kind == "number" ?><?cs call:number_as(n.field, At.need, n.title, n.hint) ?><?cs
elif:n.phone ?><?cs call:tel_as(n.field, At.need, n.title, n.hint) ?><?cs
elif:n.name ?><?cs call:person_as(n.field, At.need, n.title, n.hint) ?><?cs
else ?><?cs call:textarea_as(n.field, At.need, "4", n.title, n.hint) ?><?cs /if ?><?cs /each ?>
<div class="care-group" data-together><div class="<?cs var:Look.checks ?>"><?cs
call:box(Look.checks, "checkbox", "by_proxy", "by_proxy", "1", Lang.needs.by_proxy, "", Page.Form.by_proxy) ?></div></div>
<?cs call:submit(Lang.needs.send) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("resident") ?>
