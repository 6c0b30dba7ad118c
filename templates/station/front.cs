<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.Layout.site) ?>
<?cs call:title(Lang.station.welcome) ?>
<?cs if:Page.Figures.volunteers ?><p class="care-lead"><?cs var:Lang.station.fig_volunteers ?> <strong><?cs var:Page.Figures.volunteers ?></strong><?cs
	var:Lang.station.fig_people ?> · <?cs var:Lang.station.fig_hours ?> <strong><?cs var:Page.Figures.hours ?></strong> <?cs
	var:Lang.Layout.hours ?></p><?cs /if ?>
<?cs if:subcount(Page.Surveys) ?><?cs call:cells_start(Lang.station.surveys) ?>
<?cs each:s = Page.Surveys ?><?cs call:cell_link("/needs/s/" + s.code, s.title, s.station, Lang.station.answer_now) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs /if ?>
<?cs call:cells_start(Lang.station.help_me) ?>
<?cs call:cell(Lang.station.call, Page.Station.address, Page.Station.phone) ?>
<?cs call:cell_link("/station/help", Lang.station.help, Lang.station.help_about, "") ?>
<?cs call:cells_end() ?>
<?cs call:cells_start(Lang.station.open_work) ?>
<?cs each:p = Page.Open ?><?cs call:cell_link("/recruit/" + p.no, p.title, p.place, Lang.station.places + " " + p.places) ?><?cs /each ?>
<?cs if:!subcount(Page.Open) ?><?cs call:cell(Lang.station.open_empty, "", "") ?><?cs /if ?>
<?cs call:cells_end() ?>
<?cs if:subcount(Page.Notices) ?><?cs call:cells_start(Lang.station.notices) ?>
<?cs each:n = Page.Notices ?><?cs call:cell_link("/activity/notice/" + n.no, n.title, n.station, Lang.station.until + " " + n.notice_until) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs /if ?>
<?cs if:subcount(Page.Honours) ?><?cs call:cells_start(Lang.station.honours) ?>
<?cs each:h = Page.Honours ?><?cs call:cell(h.name, Lang.Star[h.star], h.hours + " " + Lang.Layout.hours) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs /if ?>
<?cs call:page_foot("public") ?>
