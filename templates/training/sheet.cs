<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.training.sheet) ?>
<?cs call:back("/training/manage/" + Page.Training.no, Lang.Layout.back) ?>
<?cs call:title(Lang.training.sheet) ?>
<?cs call:tools_start() ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.training.Field.title, Page.Training.title) ?><?cs call:fact(Lang.training.no, Page.Training.no) ?><?cs
call:fact(Lang.training.when, Page.Training.starts_at + " – " + Page.Training.ends_at) ?><?cs call:fact(Lang.training.Field.study_minutes, Page.Training.study_minutes + " " + Lang.Layout.minutes) ?><?cs
call:fact(Lang.training.Field.place, Page.Training.place) ?><?cs call:fact(Lang.training.Field.organiser, Page.Training.organiser) ?><?cs
call:fact(Lang.training.Field.lecturer, Page.Training.lecturer) ?><?cs call:fact(Lang.training.Field.content, Page.Training.content) ?><?cs call:facts_end() ?>
<?cs call:table_start(Lang.training.sheet) ?><?cs call:th_num(Lang.training.serial) ?><?cs call:th(Lang.Field.name) ?><?cs call:th(Lang.Field.sex) ?><?cs
call:th(Lang.training.Field.volunteer_no) ?><?cs call:th(Lang.training.signed) ?><?cs call:th(Lang.training.result) ?><?cs call:th(Lang.Field.note) ?><?cs call:table_body() ?>
<?cs set:At.row = #0 ?><?cs each:r = Page.Rows ?><?cs if:r.state != "waiting" ?><?cs set:At.row = At.row + #1 ?><?cs call:tr() ?><?cs call:td_num(At.row) ?><?cs call:td(r.name) ?><?cs
call:td(r.sex) ?><?cs call:td(r.volunteer_no) ?><?cs call:td_day(r.present_at) ?><?cs if:r.state == "passed" || r.state == "failed" ?><?cs
call:td(Lang.State.enrolment[r.state] + " " + r.score) ?><?cs else ?><?cs call:td("") ?><?cs /if ?><?cs call:td(r.reason) ?><?cs call:tr_end() ?><?cs /if ?><?cs /each ?>
<?cs call:table_end() ?>
<?cs call:para(Lang.training.sheet_foot) ?>
<?cs call:page_foot("staff") ?>
