<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.recruit.application) ?>
<?cs call:back("/recruit/review", Lang.Layout.back_list) ?>
<?cs call:title(Lang.recruit.application) ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "application", Page.Application.state) ?><?cs
call:fact(Lang.recruit.applied_at, Page.Application.applied_at) ?><?cs
call:fact_link(Lang.Field.name, "/account/volunteers/" + Page.Application.volunteer_no, Page.Application.name) ?><?cs
call:fact(Lang.recruit.age, Page.Application.age) ?><?cs call:fact(Lang.Field.sex, Page.Application.sex) ?><?cs
call:fact(Lang.recruit.hours, Page.Application.hours) ?><?cs call:fact(Lang.Field.skills, Page.Application.skills) ?><?cs
if:Page.Application.no_shows > #0 ?><?cs call:fact(Lang.recruit.no_shows, Page.Application.no_shows) ?><?cs /if ?><?cs
call:fact_link(Lang.recruit.project, "/project/" + Page.Application.project_no, Page.Application.project) ?><?cs
call:fact(Lang.recruit.position, Page.Application.position) ?><?cs call:fact(Lang.recruit.conditions, Page.Application.conditions) ?><?cs
call:fact(Lang.recruit.taken_of, Page.Application.taken + "/" + Page.Application.wanted) ?><?cs
call:fact(Lang.recruit.line_no, Page.Application.line_no) ?><?cs call:fact(Lang.recruit.offered_until, Page.Application.offered_until) ?><?cs
call:fact(Lang.recruit.decided_by, Page.Application.decided_by) ?><?cs call:fact(Lang.recruit.decided_at, Page.Application.decided_at) ?><?cs
call:fact(Lang.recruit.reason, Page.Application.reason) ?><?cs call:facts_end() ?>
<?cs if:Page.Can.approve ?><?cs call:act("/recruit/review/" + Page.Application.uid + "/approve", Lang.recruit.approve) ?><?cs /if ?>
<?cs if:Page.Can.wait ?><?cs call:note(Lang.recruit.full_note) ?><?cs call:act_second("/recruit/review/" + Page.Application.uid + "/wait", Lang.recruit.queue) ?><?cs /if ?>
<?cs if:Page.Can.refuse ?><?cs call:subtitle(Lang.recruit.refuse) ?><?cs call:form_start("/recruit/review/" + Page.Application.uid + "/refuse") ?><?cs
call:text("reason", "required") ?><?cs call:submit_warn(Lang.recruit.refuse) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
