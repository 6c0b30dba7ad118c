<?cs include!"layout.cs" ?><?cs include!"project/facts.cs" ?><?cs call:page_head("staff", Page.Project.title) ?>
<?cs call:back("/project/" + Page.Project.no, Lang.Layout.back) ?>
<?cs call:title(Lang.project.plan_of + Page.Project.title) ?>
<?cs call:tools_start() ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.project.no, Page.Project.no) ?><?cs call:fact(Lang.project.station, Page.Project.station) ?><?cs
call:fact_state(Lang.Layout.state, "project", Page.Project.state) ?><?cs call:facts_end() ?>
<?cs call:subtitle(Lang.project.part_plan) ?><?cs call:plan_facts(Page.Project) ?>
<?cs call:subtitle(Lang.project.part_needs) ?><?cs call:plan_needs(Page.Needs) ?>
<?cs call:subtitle(Lang.project.positions) ?><?cs call:plan_positions(Page.Positions, Page.Project.no, "") ?>
<?cs call:subtitle(Lang.project.screening) ?><?cs call:facts_start() ?><?cs
if:Page.Project.screened == #1 ?><?cs call:fact(Lang.project.screened, Lang.project.Field.none) ?><?cs /if ?><?cs
call:fact(Lang.project.screened_by, Page.Project.screened_by) ?><?cs call:facts_end() ?>
<?cs call:subtitle(Lang.project.signatures) ?><?cs call:facts_start() ?><?cs
call:fact(Lang.project.author, Page.Project.author + " " + Page.Project.submitted_at) ?><?cs
call:fact(Lang.project.approver, Page.Project.approver + " " + Page.Project.approved_at) ?><?cs
call:fact(Lang.project.in_charge, Page.Project.person_in_charge) ?><?cs
call:fact(Lang.project.Field.report, Page.Project.report) ?><?cs call:facts_end() ?>
<?cs call:page_foot("staff") ?>
