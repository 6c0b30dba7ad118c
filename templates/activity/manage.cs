<?cs include!"layout.cs" ?><?cs include!"activity/_tabs.cs" ?><?cs call:page_head("staff", Lang.activity.manage) ?>
<?cs call:title(Lang.activity.manage) ?>
<?cs call:activity_tabs() ?>
<?cs call:filter_start("/activity/manage") ?><?cs call:filter_select("state", Lang.State.activity) ?><?cs call:filter_end() ?>
<?cs call:tools_start() ?><?cs call:link_button("/activity/manage/new", Lang.activity.new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs if:subcount(Page.Activities) ?><?cs call:table_start(Lang.activity.manage) ?><?cs call:th(Lang.activity.no) ?><?cs call:th(Lang.activity.Field.title) ?><?cs
call:th(Lang.activity.when) ?><?cs call:th(Lang.activity.Field.place) ?><?cs call:th(Lang.activity.leader) ?><?cs call:th_num(Lang.activity.roster) ?><?cs
call:th_num(Lang.activity.waiting) ?><?cs call:th_num(Lang.activity.recorded) ?><?cs call:th(Lang.activity.due) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:a = Page.Activities ?><?cs call:tr() ?><?cs call:td_link("/activity/manage/" + a.no, a.no) ?><?cs call:td(a.title) ?><?cs
call:td(a.day + " " + a.begins + "–" + a.ends) ?><?cs call:td(a.place) ?><?cs call:td(a.leader_name) ?><?cs call:td_num(a.roster) ?><?cs call:td_num(a.waiting) ?><?cs
call:td_num(a.recorded) ?><?cs if:a.overdue ?><?cs call:td(a.record_due_on + " " + Lang.activity.overdue) ?><?cs else ?><?cs call:td_day(a.record_due_on) ?><?cs /if ?><?cs
call:td_state("activity", a.state) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?>
<?cs else ?><?cs call:empty(Lang.activity.manage_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
