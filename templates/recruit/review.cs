<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.recruit.review) ?>
<?cs call:title(Lang.recruit.review) ?>
<?cs if:subcount(Page.Totals) ?><?cs call:table_start(Lang.recruit.totals) ?><?cs call:th(Lang.recruit.project) ?><?cs call:th_num(Lang.recruit.pending) ?><?cs
call:th_num(Lang.recruit.waiting) ?><?cs call:th_num(Lang.recruit.taken_of) ?><?cs call:table_body() ?>
<?cs each:t = Page.Totals ?><?cs call:tr() ?><?cs call:td_link("/recruit/review?project=" + t.no, t.title) ?><?cs call:td_num(t.pending) ?><?cs
call:td_num(t.waiting) ?><?cs call:td_num(t.taken + "/" + t.wanted) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?>
<?cs call:filter_start("/recruit/review") ?><?cs call:filter_select("project", Page.Projects) ?><?cs
call:filter_select("state", Lang.State.application) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Applications) ?><?cs call:form_start("/recruit/review?" + Page.Query) ?><?cs call:table_start(Lang.recruit.review) ?><?cs
call:th(Lang.recruit.applied_at) ?><?cs call:th(Lang.Field.name) ?><?cs call:th_num(Lang.recruit.age) ?><?cs call:th(Lang.Field.sex) ?><?cs
call:th_num(Lang.recruit.hours) ?><?cs call:th(Lang.recruit.position) ?><?cs call:th_num(Lang.recruit.taken_of) ?><?cs
call:th(Lang.recruit.project) ?><?cs call:th_hidden(Lang.Layout.actions) ?><?cs call:table_body() ?>
<?cs each:a = Page.Applications ?><?cs call:tr() ?><?cs call:td_day(a.applied_at) ?><?cs call:td_start() ?><?cs
if:a.state == "pending" ?><?cs set:At.id = "uid" ?><?cs if:!first(a) ?><?cs set:At.id = "uid-" + name(a) ?><?cs /if ?><?cs
call:checkbox("uid", At.id, a.uid, a.name, "") ?><?cs else ?><?cs var:a.name ?><?cs /if ?><?cs call:td_end() ?><?cs
call:td_num(a.age) ?><?cs call:td(a.sex) ?><?cs call:td_num(a.hours) ?><?cs call:td(a.position) ?><?cs call:td_num(a.taken + "/" + a.wanted) ?><?cs
call:td_link("/project/" + a.project_no, a.project) ?><?cs call:td_link("/recruit/review/" + a.uid, Lang.Layout.details) ?><?cs
call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs if:Page.Filter.state == "pending" ?><?cs call:submit(Lang.recruit.approve_ticked) ?><?cs /if ?><?cs call:form_end() ?><?cs
call:pager() ?><?cs else ?><?cs call:empty(Lang.recruit.review_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
