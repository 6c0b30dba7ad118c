<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.training.trainings) ?>
<?cs call:title(Lang.training.trainings) ?>
<?cs call:cells_start(Lang.training.open) ?>
<?cs each:t = Page.Trainings ?><?cs
if:t.mine ?><?cs call:cell_link("/training/" + t.no, t.title, t.starts_at + " · " + t.place, Lang.State.enrolment[t.mine]) ?><?cs
elif:t.state == "running" ?><?cs call:cell_link("/training/" + t.no, t.title, t.starts_at + " · " + t.place, Lang.State.training.running) ?><?cs
elif:t.places_left > 0 ?><?cs call:cell_link("/training/" + t.no, t.title, t.starts_at + " · " + t.place, Lang.training.places_left + " " + t.places_left) ?><?cs
else ?><?cs call:cell_link("/training/" + t.no, t.title, t.starts_at + " · " + t.place, Lang.training.full) ?><?cs /if ?><?cs /each ?>
<?cs if:!subcount(Page.Trainings) ?><?cs call:cell(Lang.training.open_empty, Lang.training.open_empty_next, "") ?><?cs /if ?>
<?cs call:cells_end() ?><?cs call:pager() ?>
<?cs if:subcount(Page.Mine) ?><?cs call:cells_start(Lang.training.mine) ?>
<?cs each:m = Page.Mine ?><?cs if:m.valid_until ?><?cs
call:cell_link("/training/" + m.no, m.title, m.day + " · " + Lang.training.valid_until + " " + m.valid_until, Lang.State.enrolment[m.state]) ?><?cs
else ?><?cs call:cell_link("/training/" + m.no, m.title, m.day, Lang.State.enrolment[m.state]) ?><?cs /if ?><?cs /each ?>
<?cs call:cells_end() ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
