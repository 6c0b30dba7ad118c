<?cs include!"layout.cs" ?><?cs include!"training/facts.cs" ?><?cs call:page_head("volunteer", Page.Training.title) ?>
<?cs call:back("/training/", Lang.Layout.back_list) ?>
<?cs call:title(Page.Training.title) ?><?cs call:refused_note() ?>
<?cs if:Page.Mine.state && Page.Mine.state != "cancelled" ?><?cs call:card_start() ?><?cs call:facts_start() ?><?cs
call:fact_state(Lang.training.my_state, "enrolment", Page.Mine.state) ?><?cs if:Page.Mine.place_in_line ?><?cs
call:fact(Lang.training.place_in_line, Page.Mine.place_in_line) ?><?cs /if ?><?cs call:fact(Lang.training.score, Page.Mine.score) ?><?cs
call:fact(Lang.Layout.reason, Page.Mine.reason) ?><?cs call:fact(Lang.training.valid_until, Page.Mine.valid_until) ?><?cs call:facts_end() ?><?cs call:card_end() ?><?cs /if ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "training", Page.Training.state) ?><?cs
call:fact(Lang.training.station, Page.Training.station) ?><?cs if:Page.Training.state == "published" ?><?cs
call:fact(Lang.training.places_left, Page.Training.places_left + " / " + Page.Training.places) ?><?cs /if ?><?cs call:training_facts() ?><?cs call:facts_end() ?>
<?cs if:Page.CanCancel ?><?cs call:act_warn("/training/" + Page.Training.no + "/cancel", Lang.training.leave) ?>
<?cs elif:Page.CanEnrol && Page.Who.kind == "volunteer" ?><?cs if:Page.Training.places_left > 0 ?><?cs
call:act("/training/" + Page.Training.no + "/enrol", Lang.training.enrol) ?><?cs else ?><?cs call:para(Lang.training.full_about) ?><?cs
call:act("/training/" + Page.Training.no + "/enrol", Lang.training.enrol_line) ?><?cs /if ?>
<?cs elif:Page.CanEnrol && !Page.Who.kind ?><?cs call:link_button("/account/sign-in?as=volunteer&to=/training/" + Page.Training.no, Lang.training.sign_in) ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
