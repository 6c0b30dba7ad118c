<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.account.station_choose) ?>
<?cs call:title(Lang.account.station_choose) ?>
<?cs if:subcount(Page.Stations) ?><?cs call:para(Lang.account.station_about) ?>
<?cs call:table_start(Lang.account.station_choose) ?><?cs call:th(Lang.account.Field.station) ?><?cs
call:th(Lang.account.roles) ?><?cs call:th_hidden(Lang.Layout.actions) ?><?cs call:table_body() ?>
<?cs each:s = Page.Stations ?><?cs call:tr() ?><?cs call:td(s.name) ?><?cs call:td_start() ?><?cs
each:r = s.Roles ?><?cs var:Lang.Role[r] ?> <?cs /each ?><?cs call:td_end() ?><?cs call:td_start() ?><?cs
call:form_start("/account/station") ?><?cs call:hidden("station", s.no) ?><?cs call:hidden("to", Page.To) ?><?cs
call:submit_second(Lang.account.station_take) ?><?cs call:form_end() ?><?cs call:td_end() ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs
else ?><?cs call:note(Lang.account.station_none) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
