<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.station.audit) ?>
<?cs call:title(Lang.station.audit) ?>
<?cs call:tabs_start() ?><?cs call:tab("/station/", Lang.station.manage) ?><?cs call:tab("/station/audit", Lang.station.audit) ?><?cs call:tabs_end() ?>
<?cs if:subcount(Page.Rows) ?><?cs call:tools_start() ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:table_start(Lang.station.audit) ?><?cs call:th(Lang.station.at) ?><?cs call:th(Lang.station.who) ?><?cs call:th(Lang.station.action) ?><?cs
call:th(Lang.station.detail) ?><?cs call:th(Lang.station.request) ?><?cs call:table_body() ?>
<?cs each:r = Page.Rows ?><?cs call:tr() ?><?cs call:td_day(r.at) ?><?cs if:r.staff ?><?cs call:td(r.staff) ?><?cs else ?><?cs call:td(Lang.station.Actor[r.actor_kind]) ?><?cs /if ?><?cs
call:td(r.action) ?><?cs call:td(r.detail) ?><?cs call:td(r.request) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?>
<?cs else ?><?cs call:empty(Lang.station.audit_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
