<?cs include!"layout.cs" ?><?cs include!"training/facts.cs" ?><?cs call:page_head("staff", Lang.training.roll) ?><?cs

# Cells of the table of results: each input has the person's name for those who hear it.
?><?cs
def:grid_text(field, value, mode, width, label) ?><td class="govuk-table__cell"><input class="govuk-input zyz-width-<?cs var:width ?>" type="text"<?cs
if:string.length(mode) ?> inputmode="<?cs var:mode ?>"<?cs /if ?> autocomplete="off" id="f-<?cs var:field ?>" name="<?cs var:field ?>" value="<?cs var:value ?>" aria-label="<?cs
var:label ?>"<?cs if:Page.Error[field] ?> aria-invalid="true"<?cs /if ?>></td><?cs /def ?><?cs
def:grid_select(field, value, options, label) ?><td class="govuk-table__cell"><select class="govuk-select" id="f-<?cs var:field ?>" name="<?cs var:field ?>" aria-label="<?cs var:label ?>"<?cs
if:Page.Error[field] ?> aria-invalid="true"<?cs /if ?>><option value=""><?cs var:Lang.Layout.choose ?></option><?cs call:select_options(options, value) ?></select></td><?cs /def ?>
<?cs call:back("/training/manage/" + Page.Training.no, Lang.Layout.back) ?>
<?cs call:title(Lang.training.roll + " · " + Page.Training.title) ?><?cs call:refused_note() ?>
<?cs call:tools_start() ?><?cs call:link_second("/training/manage/" + Page.Training.no + "/sheet", Lang.training.sheet) ?><?cs call:tools_end() ?>
<?cs if:!subcount(Page.Rows) ?><?cs call:empty(Lang.training.roll_empty) ?><?cs /if ?>
<?cs if:Page.Training.state == "running" && Page.Markable ?><?cs call:subtitle(Lang.training.present_title) ?><?cs call:para(Lang.training.present_about) ?><?cs
call:form_start("/training/manage/" + Page.Training.no + "/present") ?><?cs call:table_start(Lang.training.present_title) ?><?cs call:th(Lang.training.present) ?><?cs
call:th(Lang.training.Field.volunteer_no) ?><?cs call:th(Lang.Field.sex) ?><?cs call:th(Lang.Layout.state) ?><?cs call:th(Lang.training.present_at) ?><?cs call:table_body() ?>
<?cs set:At.id = "who" ?><?cs each:r = Page.Rows ?><?cs if:r.state == "enrolled" || r.state == "present" ?><?cs call:tr() ?><td class="govuk-table__cell"><?cs
call:box(Look.checks, "checkbox", "who", At.id, r.ref, r.name, "", "") ?><?cs set:At.id = "who-" + name(r) ?></td><?cs call:td(r.volunteer_no) ?><?cs call:td(r.sex) ?><?cs
call:td_state("enrolment", r.state) ?><?cs call:td_day(r.present_at) ?><?cs call:tr_end() ?><?cs /if ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:submit(Lang.training.mark_present) ?><?cs call:submit_named("undo", "yes", Lang.training.mark_undo) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:(Page.Training.state == "running" || Page.Training.state == "finished") && Page.Settleable ?><?cs call:subtitle(Lang.training.results) ?><?cs
if:Page.Training.pass_score ?><?cs call:para(Lang.training.results_score + " " + Page.Training.pass_score) ?><?cs else ?><?cs call:para(Lang.training.results_about) ?><?cs /if ?><?cs
call:form_start("/training/manage/" + Page.Training.no + "/result") ?><?cs call:table_start(Lang.training.results) ?><?cs call:th(Lang.Field.name) ?><?cs
call:th(Lang.training.Field.volunteer_no) ?><?cs call:th(Lang.Layout.state) ?><?cs call:th(Lang.training.result) ?><?cs call:th(Lang.training.score) ?><?cs
call:th(Lang.Layout.reason) ?><?cs call:table_body() ?>
<?cs each:r = Page.Rows ?><?cs if:r.state == "present" || r.state == "passed" || r.state == "failed" ?><?cs call:tr() ?><?cs call:td(r.name) ?><?cs call:td(r.volunteer_no) ?><?cs
call:td_state("enrolment", r.state) ?><?cs call:grid_select("result_" + r.ref, r.in_result, Lang.training.Result, r.name + " " + Lang.training.result) ?><?cs
call:grid_text("score_" + r.ref, r.in_score, "numeric", "short", r.name + " " + Lang.training.score) ?><?cs
call:grid_text("reason_" + r.ref, r.in_reason, "", "name", r.name + " " + Lang.Layout.reason) ?><?cs call:tr_end() ?><?cs /if ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:submit(Lang.training.save_results) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.Training.state == "published" && subcount(Page.Rows) ?><?cs call:table_start(Lang.training.roll) ?><?cs call:th(Lang.Field.name) ?><?cs call:th(Lang.training.Field.volunteer_no) ?><?cs
call:th(Lang.Layout.state) ?><?cs call:th_num(Lang.training.place_in_line) ?><?cs call:table_body() ?>
<?cs each:r = Page.Rows ?><?cs call:tr() ?><?cs call:td(r.name) ?><?cs call:td(r.volunteer_no) ?><?cs call:td_state("enrolment", r.state) ?><?cs call:td_num(r.line_no) ?><?cs
call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?>
<?cs if:Page.Training.state == "published" || Page.Training.state == "running" ?><?cs call:subtitle(Lang.training.desk_enrol) ?><?cs
call:form_start("/training/manage/" + Page.Training.no + "/enrol") ?><?cs call:text_short("volunteer_no", "required") ?><?cs call:submit_second(Lang.training.desk_enrol) ?><?cs call:form_end() ?>
<?cs if:subcount(Page.Rows) ?><?cs call:subtitle(Lang.training.remove) ?><?cs call:form_start("/training/manage/" + Page.Training.no + "/remove") ?><?cs call:at("ref", "required", "", "") ?><?cs
call:at_start() ?><select class="govuk-select" id="f-ref" name="ref"><option value=""><?cs var:Lang.Layout.choose ?></option><?cs
each:r = Page.Rows ?><?cs if:r.state == "enrolled" || r.state == "waiting" ?><?cs call:option(r.ref, r.name + " " + r.volunteer_no, Page.Form.ref) ?><?cs /if ?><?cs /each ?></select></div><?cs
call:text("reason", "required") ?><?cs call:submit_warn(Lang.training.remove) ?><?cs call:form_end() ?><?cs /if ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
