<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.activity.log) ?>
<?cs call:back("/activity/manage/" + Page.Activity.no, Lang.Layout.back) ?>
<?cs call:title(Lang.activity.log) ?>
<?cs call:lead(Page.Activity.title + " " + Page.Activity.day + " " + Page.Activity.begins + "–" + Page.Activity.ends) ?>
<?cs call:note(Lang.activity.log_note) ?>
<?cs if:subcount(Page.Rows) ?><?cs call:form_start("/activity/manage/" + Page.Activity.no + "/log") ?>
<?cs call:table_start(Lang.activity.log) ?><?cs call:th(Lang.activity.Field.volunteer_no) ?><?cs call:th(Lang.Field.name) ?><?cs call:th(Lang.activity.came) ?><?cs
call:th(Lang.activity.begins) ?><?cs call:th(Lang.activity.ends) ?><?cs call:th(Lang.activity.problem) ?><?cs call:table_body() ?>
<?cs each:r = Page.Rows ?><?cs call:tr() ?><?cs call:td(r.no) ?><?cs call:td(r.name) ?><?cs call:td(r.came) ?>
<td class="govuk-table__cell"><input class="govuk-input zyz-width-short" type="time" id="f-from_<?cs var:r.ref ?>" name="from_<?cs var:r.ref ?>" value="<?cs
var:r.from ?>" aria-label="<?cs var:r.name ?> <?cs var:Lang.activity.begins ?>"></td>
<td class="govuk-table__cell"><input class="govuk-input zyz-width-short" type="time" id="f-to_<?cs var:r.ref ?>" name="to_<?cs var:r.ref ?>" value="<?cs
var:r.to ?>" aria-label="<?cs var:r.name ?> <?cs var:Lang.activity.ends ?>"></td>
<?cs call:td(Lang.activity.Fault[r.fault]) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?>
<?cs call:text("remark", "optional") ?><?cs call:submit(Lang.activity.log_save) ?><?cs call:form_end() ?>
<?cs else ?><?cs call:empty(Lang.activity.log_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
