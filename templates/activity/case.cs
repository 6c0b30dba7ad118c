<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.activity.objections) ?>
<?cs call:back("/activity/manage/objections", Lang.Layout.back_list) ?>
<?cs call:title(Page.Case.no) ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "objection", Page.Case.state) ?><?cs call:fact(Lang.activity.raised_at, Page.Case.raised_at) ?><?cs
call:fact(Lang.activity.case_due, Page.Case.due_on) ?><?cs call:fact(Lang.activity.object_reason, Page.Case.reason) ?><?cs call:fact(Lang.activity.record_no, Page.Case.record_no) ?><?cs
call:fact(Lang.Field.name, Page.Case.name) ?><?cs call:fact_link(Lang.activity.Field.title, "/activity/manage/" + Page.Case.activity_no, Page.Case.title) ?><?cs
call:fact(Lang.activity.when, Page.Case.served_on + " " + Page.Case.begins + "–" + Page.Case.ends) ?><?cs call:fact(Lang.activity.hours, Page.Case.hours) ?><?cs
call:fact_state(Lang.activity.record_state, "service_record", Page.Case.record_state) ?><?cs call:fact(Lang.activity.result, Page.Case.result) ?><?cs
call:fact(Lang.activity.handler, Page.Case.handler) ?><?cs call:fact(Lang.activity.closed_at, Page.Case.closed_at) ?><?cs call:facts_end() ?>
<?cs if:Page.Case.state == "open" && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?><?cs call:form_start("/activity/manage/objections/" + Page.Case.no + "/decide") ?><?cs
call:radios("verdict", "required", Lang.activity.Verdict) ?><?cs call:textarea("result", "required", "4") ?><?cs call:note(Lang.activity.decide_note) ?><?cs
call:clock("begins", "optional") ?><?cs call:clock("ends", "optional") ?><?cs call:submit(Lang.activity.decide) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.Case.masked && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?><?cs call:subtitle(Lang.activity.contact) ?><?cs call:note(Lang.activity.contact_note) ?><?cs
call:form_start("/activity/manage/objections/" + Page.Case.no + "/contact") ?><?cs call:text("purpose", "required") ?><?cs call:submit_second(Lang.activity.contact) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
