<?cs include!"layout.cs" ?><?cs include!"activity/_tabs.cs" ?><?cs include!"aside.cs" ?><?cs call:page_head("staff", Lang.activity.due_title) ?>
<?cs call:title(Lang.activity.due_title) ?>
<?cs call:activity_tabs() ?>
<?cs call:lead(Lang.activity.due_lead) ?>
<?cs if:subcount(Page.Activities) ?><?cs call:tools_start() ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:table_start(Lang.activity.due_title) ?><?cs call:th(Lang.activity.due) ?><?cs call:th(Lang.activity.left) ?><?cs call:th(Lang.activity.no) ?><?cs
call:th(Lang.activity.Field.title) ?><?cs call:th(Lang.activity.day) ?><?cs call:th(Lang.activity.leader) ?><?cs call:th_num(Lang.activity.roster) ?><?cs
call:th_num(Lang.activity.waiting) ?><?cs call:th_num(Lang.activity.recorded) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:a = Page.Activities ?><?cs call:tr() ?><?cs call:td_day(a.record_due_on) ?><?cs call:td_start() ?><?cs if:a.overdue ?><?cs call:tag(Lang.activity.overdue, "bad") ?><?cs
elif:a.soon ?><?cs call:tag(a.left + " " + Lang.activity.workdays, "wait") ?><?cs else ?><?cs call:tag(a.left + " " + Lang.activity.workdays, "") ?><?cs /if ?><?cs call:td_end() ?><?cs
call:td_link("/activity/manage/" + a.no, a.no) ?><?cs call:td(a.title) ?><?cs call:td_day(a.day) ?><?cs call:td(a.leader_name) ?><?cs call:td_num(a.roster) ?><?cs
call:td_num(a.waiting) ?><?cs call:td_num(a.recorded) ?><?cs call:td_state("activity", a.state) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?>
<?cs else ?><?cs call:empty(Lang.activity.due_empty) ?><?cs /if ?>
<?cs call:aside_table("1") ?>
<?cs call:page_foot("staff") ?>
