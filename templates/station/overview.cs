<?cs include!"layout.cs" ?><?cs include!"aside.cs" ?><?cs call:page_head("staff", Lang.station.overview) ?>
<?cs call:title(Lang.station.overview) ?>
<?cs call:lead(Page.Region.full_name) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.station.stations, Page.Totals.stations) ?><?cs call:fact(Lang.station.points, Page.Totals.points) ?><?cs
call:fact(Lang.station.volunteers, Page.Totals.volunteers) ?><?cs call:fact(Lang.station.hours_this_year, Page.Totals.hours) ?><?cs call:facts_end() ?>
<?cs if:subcount(Page.Stations) ?><?cs call:tools_start() ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:table_start(Lang.station.overview) ?><?cs call:th(Lang.station.no) ?><?cs call:th(Lang.station.station) ?><?cs call:th(Lang.Field.region) ?><?cs
call:th_num(Lang.station.volunteers) ?><?cs call:th_num(Lang.station.rate) ?><?cs call:th_num(Lang.station.hours_this_year) ?><?cs
call:th_num(Lang.station.hours_each) ?><?cs call:th_num(Lang.station.backfill_rate) ?><?cs call:th_num(Lang.station.projects) ?><?cs
call:th_num(Lang.station.overdue) ?><?cs call:table_body() ?>
<?cs each:s = Page.Stations ?><?cs call:tr() ?><?cs call:td(s.no) ?><?cs call:td(s.name) ?><?cs call:td(s.region) ?><?cs
if:s.small ?><?cs call:td_num(Lang.station.small) ?><?cs else ?><?cs call:td_num(s.volunteers) ?><?cs /if ?><?cs
call:td_num(s.rate) ?><?cs call:td_num(s.hours) ?><?cs call:td_num(s.hours_each) ?><?cs call:td_num(s.backfill_rate) ?><?cs
call:td_num(s.projects) ?><?cs call:td_num(s.overdue) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?>
<?cs call:note(Lang.station.aims) ?>
<?cs else ?><?cs call:empty(Lang.station.overview_empty) ?><?cs /if ?>
<?cs call:aside_table("") ?>
<?cs call:page_foot("staff") ?>
