<?cs include!"layout.cs" ?><?cs include!"training/facts.cs" ?><?cs call:page_head("staff", Page.Training.title) ?>
<?cs call:back("/training/manage", Lang.Layout.back_list) ?>
<?cs call:title(Page.Training.title) ?><?cs call:refused_note() ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.training.no, Page.Training.no) ?><?cs call:fact_state(Lang.Layout.state, "training", Page.Training.state) ?><?cs
call:fact(Lang.training.taken, Page.Training.taken + " / " + Page.Training.places) ?><?cs call:fact(Lang.training.waiting, Page.Counts.waiting) ?><?cs
call:fact(Lang.training.present_n, Page.Counts.present) ?><?cs call:fact(Lang.training.passed_n, Page.Counts.passed) ?><?cs
call:fact(Lang.training.failed_n, Page.Counts.failed) ?><?cs call:training_facts() ?><?cs if:Page.Training.valid_months ?><?cs
call:fact(Lang.training.Field.valid_months, Page.Training.valid_months) ?><?cs /if ?><?cs if:Page.Training.project_no ?><?cs
call:fact_link(Lang.training.Field.project, "/project/" + Page.Training.project_no, Page.Training.project) ?><?cs /if ?><?cs
each:p = Page.Positions ?><?cs call:fact_link(Lang.training.asked_by, "/project/" + p.no, p.title + " · " + p.position) ?><?cs /each ?><?cs
call:fact(Lang.training.recorded_by, Page.Training.recorded_by) ?><?cs call:facts_end() ?>
<?cs call:tools_start() ?><?cs if:Page.Training.state == "draft" ?><?cs call:act("/training/manage/" + Page.Training.no + "/publish", Lang.training.publish) ?><?cs
call:link_second("/training/manage/" + Page.Training.no + "/edit", Lang.Layout.edit) ?><?cs else ?><?cs
if:Page.Training.state == "published" ?><?cs call:act("/training/manage/" + Page.Training.no + "/start", Lang.training.start) ?><?cs
elif:Page.Training.state == "running" ?><?cs call:act("/training/manage/" + Page.Training.no + "/finish", Lang.training.finish) ?><?cs /if ?><?cs
call:link_second("/training/manage/" + Page.Training.no + "/roll", Lang.training.roll) ?><?cs
call:link_second("/training/manage/" + Page.Training.no + "/sheet", Lang.training.sheet) ?><?cs /if ?><?cs call:tools_end() ?>
<?cs if:Page.Training.state == "draft" || Page.Training.state == "published" || Page.Training.state == "running" ?><?cs call:subtitle(Lang.training.call_off) ?><?cs
call:form_start("/training/manage/" + Page.Training.no + "/cancel") ?><?cs call:text("reason", "required") ?><?cs call:submit_warn(Lang.training.call_off) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
