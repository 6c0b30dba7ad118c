<?cs include!"layout.cs" ?><?cs include!"activity/_tabs.cs" ?><?cs call:page_head("staff", Lang.activity.flags_title) ?>
<?cs call:title(Lang.activity.flags_title) ?>
<?cs call:overseer_tabs() ?>
<?cs call:lead(Lang.activity.flags_lead + " " + Page.Since) ?>
<?cs if:subcount(Page.Stations) ?><?cs call:tools_start() ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:table_start(Lang.activity.flags_title) ?><?cs call:th(Lang.activity.station) ?><?cs call:th_narrow(Lang.activity.records) ?><?cs call:th_narrow(Lang.activity.flagged) ?><?cs
call:th_narrow(Lang.activity.backfill_rate) ?><?cs call:th_narrow(Lang.activity.Flag.same_minute) ?><?cs call:th_narrow(Lang.activity.Flag.equal_minutes) ?><?cs
call:th_narrow(Lang.activity.Flag.late_entry) ?><?cs call:th_narrow(Lang.activity.Flag.minor_night) ?><?cs call:th_narrow(Lang.activity.Flag.backfill_logger) ?><?cs
call:th_narrow(Lang.activity.Flag.same_device) ?><?cs call:th_narrow(Lang.activity.Flag.long_day) ?><?cs call:th_narrow(Lang.activity.Flag.offline) ?><?cs
call:th_narrow(Lang.activity.Flag.far) ?><?cs call:th_narrow(Lang.activity.Flag.undeclared) ?><?cs call:table_body() ?>
<?cs each:s = Page.Stations ?><?cs call:tr() ?><?cs call:td_name(s.name) ?><?cs call:td_num(s.records) ?><?cs call:td_num(s.flagged) ?><?cs call:td_num(s.backfill_rate) ?><?cs
call:td_num(s.same_minute) ?><?cs call:td_num(s.equal_minutes) ?><?cs call:td_num(s.late_entry) ?><?cs call:td_num(s.minor_night) ?><?cs
call:td_num(s.backfill_logger) ?><?cs call:td_num(s.same_device) ?><?cs call:td_num(s.long_day) ?><?cs call:td_num(s.offline) ?><?cs call:td_num(s.far) ?><?cs call:td_num(s.undeclared) ?><?cs
call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs else ?><?cs call:empty(Lang.activity.flags_empty) ?><?cs /if ?>
<?cs if:subcount(Page.Overdue) ?><?cs call:subtitle(Lang.activity.overdue_title) ?><?cs call:table_start(Lang.activity.overdue_title) ?><?cs call:th(Lang.activity.station) ?><?cs
call:th_num(Lang.activity.activities) ?><?cs call:th(Lang.activity.oldest) ?><?cs call:table_body() ?>
<?cs each:s = Page.Overdue ?><?cs call:tr() ?><?cs call:td(s.name) ?><?cs call:td_num(s.activities) ?><?cs call:td(s.oldest) ?><?cs call:tr_end() ?><?cs /each ?><?cs
call:table_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
