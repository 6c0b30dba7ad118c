<?cs include!"layout.cs" ?><?cs call:page_head("staff", Page.Activity.title) ?>
<?cs call:back("/activity/manage", Lang.Layout.back_list) ?>
<?cs set:Base = "/activity/manage/" + Page.Activity.no ?>
<?cs call:title(Page.Activity.title) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.no, Page.Activity.no) ?><?cs call:fact_state(Lang.Layout.state, "activity", Page.Activity.state) ?><?cs
call:fact(Lang.activity.when, Page.Activity.day + " " + Page.Activity.begins + "–" + Page.Activity.ends) ?><?cs call:fact(Lang.activity.Field.place, Page.Activity.place) ?><?cs
call:fact(Lang.activity.Field.content, Page.Activity.content) ?><?cs call:fact(Lang.Field.category, Page.Activity.category_name) ?><?cs
if:Page.Activity.project_no ?><?cs call:fact_link(Lang.activity.Field.project, "/project/" + Page.Activity.project_no, Page.Activity.project_title) ?><?cs /if ?><?cs
call:fact(Lang.activity.organiser, Page.Activity.organiser) ?><?cs call:fact(Lang.activity.leader, Page.Activity.leader_name) ?><?cs
call:fact(Lang.activity.Field.planned, Page.Activity.planned) ?><?cs call:fact(Lang.activity.made_by, Page.Activity.made_by) ?><?cs
call:fact(Lang.activity.published_at, Page.Activity.published_at) ?><?cs call:fact(Lang.activity.due, Page.Activity.record_due_on) ?><?cs
call:fact(Lang.activity.notice_from, Page.Activity.notice_from) ?><?cs call:fact(Lang.activity.notice_until, Page.Activity.notice_until) ?><?cs
call:fact(Lang.activity.archived_at, Page.Activity.archived_at) ?><?cs call:fact(Lang.activity.cancel_reason, Page.Activity.cancel_reason) ?><?cs call:facts_end() ?>
<?cs set:St = Page.Activity.state ?>
<?cs if:St == "published" || St == "running" || St == "recording" ?><?cs call:tools_start() ?><?cs call:link_button(Base + "/code?dir=in", Lang.activity.code_in) ?><?cs
call:link_second(Base + "/code?dir=out", Lang.activity.code_out) ?><?cs call:link_second(Base + "/board", Lang.activity.board) ?><?cs call:link_second(Base + "/log", Lang.activity.log) ?><?cs call:tools_end() ?><?cs /if ?>
<?cs if:St == "recording" || St == "notice" ?><?cs call:tools_start() ?><?cs call:link_second(Base + "/backfill", Lang.activity.backfill) ?><?cs call:link_second("/activity/manage/review?activity=" + Page.Activity.no, Lang.activity.review) ?><?cs call:tools_end() ?><?cs /if ?>
<?cs if:St == "notice" || St == "archived" ?><?cs call:tools_start() ?><?cs call:link_second(Base + "/rate", Lang.activity.rate) ?><?cs call:tools_end() ?><?cs /if ?>
<?cs if:St == "draft" ?><?cs call:tools_start() ?><?cs call:link_second(Base + "/edit", Lang.Layout.edit) ?><?cs call:tools_end() ?>
<?cs call:subtitle(Lang.activity.publish) ?><?cs call:note(Lang.activity.screening) ?><?cs if:Page.Undeclared ?><?cs call:note(Lang.activity.undeclared) ?><?cs /if ?>
<?cs call:form_start(Base + "/publish") ?><?cs call:check("screened", Lang.activity.screened) ?><?cs call:submit(Lang.activity.publish) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:St == "notice" && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?><?cs call:act(Base + "/archive", Lang.activity.archive) ?><?cs /if ?>
<?cs call:subtitle(Lang.activity.roster_title) ?>
<?cs if:St == "draft" || St == "published" || St == "running" || (St == "recording" && !Page.Activity.published_at) ?><?cs call:form_start(Base + "/roster") ?><?cs call:text_short("volunteer_no", "required") ?><?cs
call:text("duty", "optional") ?><?cs call:submit_second(Lang.activity.roster_add) ?><?cs call:form_end() ?><?cs
if:Page.Activity.project_no ?><?cs call:act_second(Base + "/roster/import", Lang.activity.roster_import) ?><?cs /if ?><?cs /if ?>
<?cs if:subcount(Page.Roster) ?><?cs call:table_start(Lang.activity.roster_title) ?><?cs call:th(Lang.activity.Field.volunteer_no) ?><?cs call:th(Lang.Field.name) ?><?cs
call:th(Lang.activity.role) ?><?cs call:th(Lang.activity.Field.duty) ?><?cs call:th(Lang.activity.came) ?><?cs call:th(Lang.activity.left_at) ?><?cs call:th(Lang.Layout.state) ?><?cs
call:th_hidden(Lang.Layout.actions) ?><?cs call:table_body() ?>
<?cs each:r = Page.Roster ?><?cs call:tr() ?><?cs call:td(r.no) ?><?cs call:td(r.name) ?><?cs call:td(Lang.State.roster_role[r.role]) ?><?cs if:r.duty ?><?cs call:td(r.duty) ?><?cs
else ?><?cs call:td(r.position) ?><?cs /if ?><?cs call:td(r.came) ?><?cs call:td_day(r.left_at) ?><?cs call:td_state("roster", r.state) ?><?cs call:td_start() ?><?cs
if:!r.came && (St == "draft" || St == "published" || St == "running") ?><?cs if:r.no ?><?cs call:act_with(Base + "/roster/remove", "volunteer_no", r.no, Lang.activity.roster_remove) ?><?cs
else ?><?cs call:act_with(Base + "/roster/remove", "volunteer_no", r.uid, Lang.activity.roster_remove) ?><?cs /if ?><?cs /if ?><?cs call:td_end() ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs else ?><?cs call:empty(Lang.activity.roster_empty) ?><?cs /if ?>
<?cs if:subcount(Page.Records) ?><?cs call:subtitle(Lang.activity.records) ?><?cs call:table_start(Lang.activity.records) ?><?cs call:th(Lang.activity.record_no) ?><?cs
call:th(Lang.Field.name) ?><?cs call:th(Lang.activity.when) ?><?cs call:th_num(Lang.activity.hours) ?><?cs call:th(Lang.activity.evidence) ?><?cs call:th(Lang.activity.logger) ?><?cs
call:th(Lang.activity.reviewer) ?><?cs call:th(Lang.activity.notice_until) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:r = Page.Records ?><?cs call:tr() ?><?cs call:td_link("/activity/record/" + r.no, r.no) ?><?cs call:td(r.name) ?><?cs call:td(r.begins + "–" + r.ends) ?><?cs call:td_num(r.hours) ?><?cs
call:td_start() ?><?cs call:evidence(r.evidence) ?><?cs call:td_end() ?><?cs call:td(r.logger) ?><?cs call:td(r.reviewer) ?><?cs call:td_day(r.notice_until) ?><?cs
call:td_state("service_record", r.state) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?>
<?cs if:St == "draft" || St == "published" ?><?cs call:subtitle(Lang.activity.cancel) ?><?cs call:form_start(Base + "/cancel") ?><?cs call:text("reason", "required") ?><?cs
call:submit_warn(Lang.activity.cancel) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
