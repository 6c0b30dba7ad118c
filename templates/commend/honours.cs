<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.commend.roll) ?>
<?cs call:title(Lang.commend.roll) ?><?cs call:lead(Lang.commend.roll_about) ?>
<?cs call:cells_start(Lang.commend.roll_stars) ?><?cs each:s = Page.Stars ?><?cs call:cell(s.name, s.station, Lang.Star[s.star] + " · " + s.hours + " " + Lang.Layout.hours) ?><?cs /each ?><?cs
if:!subcount(Page.Stars) ?><?cs call:cell(Lang.commend.roll_stars_empty, "", "") ?><?cs /if ?><?cs call:cells_end() ?>
<?cs if:subcount(Page.Honours) ?><?cs call:cells_start(Lang.commend.roll_honours) ?><?cs each:h = Page.Honours ?><?cs
call:cell(h.person + " · " + h.name, h.authority, h.awarded_on) ?><?cs /each ?><?cs call:cells_end() ?><?cs /if ?>
<?cs if:subcount(Page.Notice) ?><?cs call:cells_start(Lang.commend.star_notice) ?><?cs each:n = Page.Notice ?><?cs
call:cell(n.name + " · " + Lang.Star[n.star], n.station + " · " + Lang.commend.notice_until + " " + n.notice_until, n.phone) ?><?cs /each ?><?cs call:cells_end() ?><?cs
call:para(Lang.commend.notice_about) ?><?cs /if ?>
<?cs call:link_second("/commend/verify", Lang.commend.verify) ?>
<?cs call:page_foot("public") ?>
