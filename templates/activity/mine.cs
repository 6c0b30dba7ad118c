<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.activity.mine) ?>
<?cs call:title(Lang.activity.mine) ?>
<?cs if:subcount(Page.Duties) ?><?cs call:cells_start(Lang.activity.coming) ?>
<?cs each:d = Page.Duties ?><?cs call:cell_link("/activity/" + d.no, d.title, d.day + " " + d.begins + "–" + d.ends + " " + d.place, Lang.State.activity[d.state]) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs else ?><?cs call:note(Lang.activity.mine_empty) ?><?cs /if ?>
<?cs if:subcount(Page.Past) ?><?cs call:cells_start(Lang.activity.past) ?>
<?cs each:d = Page.Past ?><?cs if:d.hours ?><?cs call:cell_link("/activity/" + d.no, d.title, d.day + " " + d.place, d.hours + " " + Lang.Layout.hours) ?><?cs
else ?><?cs call:cell_link("/activity/" + d.no, d.title, d.day + " " + d.place, "") ?><?cs /if ?><?cs /each ?>
<?cs call:cells_end() ?><?cs /if ?>
<?cs call:link_second("/activity/hours", Lang.activity.my_hours) ?>
<?cs call:page_foot("volunteer") ?>
