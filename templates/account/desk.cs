<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.account.desk) ?>
<?cs call:title(Page.Who.name + Lang.account.desk_hello) ?>
<?cs if:Page.Late.waiting ?><?cs if:Page.Late.counted == 0 ?><?cs set:At.more = Lang.account.late_more ?><?cs else ?><?cs set:At.more = "" ?><?cs /if ?><?cs
call:note(Lang.account.late_rows + Page.Late.waiting + At.more + Lang.account.late_oldest + Page.Late.hours + Lang.account.late_hours) ?>
<?cs call:tools_start() ?><?cs call:link_second("/platform/?state=waiting", Lang.account.late_link) ?><?cs call:tools_end() ?>
<?cs /if ?><?cs call:subtitle(Lang.account.desk_waiting) ?>
<?cs if:subcount(Page.Waiting) ?><?cs call:facts_start() ?><?cs
each:w = Page.Waiting ?><?cs call:fact_link(Lang.account.Waiting[w.what], w.href, w.n + " " + Lang.account.items) ?><?cs /each ?><?cs
call:facts_end() ?><?cs else ?><?cs call:empty(Lang.account.desk_nothing) ?><?cs /if ?>
<?cs call:subtitle(Lang.account.desk_links) ?>
<?cs call:tools_start() ?><?cs if:Page.Who.kind == "staff" ?><?cs call:link_second("/account/volunteers", Lang.account.volunteers) ?><?cs /if ?><?cs
if:subcount(Page.Stations) > 1 ?><?cs call:link_second("/account/station", Lang.account.station_change) ?><?cs /if ?><?cs
call:link_second("/account/password", Lang.account.password_title) ?><?cs call:tools_end() ?>
<?cs call:page_foot("staff") ?>
