<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.station.manage) ?>
<?cs call:title(Page.Place.name) ?>
<?cs call:tabs_start() ?><?cs call:tab("/station/", Lang.station.manage) ?><?cs call:tab("/station/audit", Lang.station.audit) ?><?cs call:tabs_end() ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.station.no, Page.Place.no) ?><?cs call:fact(Lang.Field.region, Page.Place.region) ?><?cs
call:fact(Lang.Field.address, Page.Place.address) ?><?cs call:fact(Lang.Field.phone, Page.Place.phone) ?><?cs
call:fact(Lang.station.Field.person_in_charge, Page.Place.person_in_charge) ?><?cs call:fact(Lang.station.Field.open_hours, Page.Place.open_hours) ?><?cs
call:fact(Lang.station.Field.area_m2, Page.Place.area_m2) ?><?cs call:fact(Lang.station.Field.population, Page.Place.population) ?><?cs
call:fact(Lang.station.opened_on, Page.Place.opened_on) ?><?cs call:facts_end() ?>
<?cs call:link_second("/station/edit", Lang.station.edit) ?>
<?cs call:subtitle(Lang.station.staff) ?>
<?cs call:table_start(Lang.station.staff) ?><?cs call:th(Lang.Field.name) ?><?cs call:th(Lang.Field.login) ?><?cs call:th(Lang.station.Field.role) ?><?cs
call:th(Lang.station.last_sign_in) ?><?cs call:th_hidden(Lang.Layout.actions) ?><?cs call:table_body() ?>
<?cs each:f = Page.Staff ?><?cs call:tr() ?><?cs call:td(f.name) ?><?cs call:td(f.login) ?><?cs call:td(Lang.Role[f.role]) ?><?cs
call:td_day(f.last_sign_in_at) ?><?cs call:td_start() ?><?cs call:form_start("/station/staff/end") ?><?cs call:hidden("login", f.login) ?><?cs
call:hidden("role", f.role) ?><?cs call:submit_second(Lang.station.end_role) ?><?cs call:form_end() ?><?cs call:td_end() ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?>
<?cs call:link_button("/station/staff/new", Lang.station.add_staff) ?>
<?cs if:subcount(Page.Points) ?><?cs call:subtitle(Lang.station.points) ?>
<?cs call:table_start(Lang.station.points) ?><?cs call:th(Lang.station.no) ?><?cs call:th(Lang.Field.name) ?><?cs call:th(Lang.Field.address) ?><?cs call:table_body() ?>
<?cs each:p = Page.Points ?><?cs call:tr() ?><?cs call:td(p.no) ?><?cs call:td(p.name) ?><?cs call:td(p.address) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
