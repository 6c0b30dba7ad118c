<?cs include!"layout.cs" ?><?cs include!"activity/_tabs.cs" ?><?cs call:page_head("staff", Lang.activity.objections) ?>
<?cs call:title(Lang.activity.objections) ?>
<?cs call:activity_tabs() ?>
<?cs if:subcount(Page.Cases) ?><?cs call:table_start(Lang.activity.objections) ?><?cs call:th(Lang.activity.case_no) ?><?cs call:th(Lang.activity.record_no) ?><?cs
call:th(Lang.Field.name) ?><?cs call:th(Lang.activity.Field.title) ?><?cs call:th(Lang.activity.raised_at) ?><?cs call:th(Lang.activity.case_due) ?><?cs
call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:c = Page.Cases ?><?cs call:tr() ?><?cs call:td_link("/activity/manage/objections/" + c.no, c.no) ?><?cs call:td(c.record_no) ?><?cs call:td(c.name) ?><?cs
call:td(c.title) ?><?cs call:td_day(c.raised_at) ?><?cs if:c.overdue ?><?cs call:td(c.due_on + " " + Lang.activity.overdue) ?><?cs else ?><?cs call:td_day(c.due_on) ?><?cs /if ?><?cs
call:td_state("objection", c.state) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs call:pager() ?>
<?cs else ?><?cs call:empty(Lang.activity.cases_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
