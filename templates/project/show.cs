<?cs include!"layout.cs" ?><?cs include!"project/facts.cs" ?><?cs
def:rules(ok, word, tone) ?><ul class="govuk-list"><?cs each:c = Page.Checks ?><?cs if:c.ok == ok ?><li><?cs
call:tag(word, tone) ?> <?cs var:Lang.project.Message[c.name] ?></li>
<?cs /if ?><?cs /each ?></ul><?cs /def ?><?cs
call:page_head("staff", Page.Project.title) ?>
<?cs call:back("/project/", Lang.Layout.back_list) ?>
<?cs call:title(Page.Project.title) ?>
<?cs call:tools_start() ?><?cs if:Page.Can.edit ?><?cs call:link_second("/project/" + Page.Project.no + "/edit", Lang.project.edit) ?><?cs /if ?><?cs
call:link_second("/project/" + Page.Project.no + "/print", Lang.project.print) ?><?cs
if:Page.Project.state == "recruiting" || Page.Project.state == "running" ?><?cs
call:link_second("/recruit/review?project=" + Page.Project.no, Lang.project.to_review) ?><?cs
call:link_second("/recruit/" + Page.Project.no, Lang.project.to_notice) ?><?cs /if ?><?cs call:tools_end() ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.project.no, Page.Project.no) ?><?cs call:fact_state(Lang.Layout.state, "project", Page.Project.state) ?><?cs
call:fact(Lang.project.return_reason, Page.Project.return_reason) ?><?cs call:fact(Lang.project.author, Page.Project.author) ?><?cs
call:fact(Lang.project.submitted_at, Page.Project.submitted_at) ?><?cs call:fact(Lang.project.screened_by, Page.Project.screened_by) ?><?cs
call:fact(Lang.project.approver, Page.Project.approver) ?><?cs call:fact(Lang.project.approved_at, Page.Project.approved_at) ?><?cs
call:fact(Lang.project.published_at, Page.Project.published_at) ?><?cs call:fact(Lang.project.closed_at, Page.Project.closed_at) ?><?cs
call:fact(Lang.project.Field.report, Page.Project.report) ?><?cs call:facts_end() ?>
<?cs if:Page.OwnPlan ?><?cs call:note(Lang.project.own_plan) ?><?cs /if ?>
<?cs if:Page.Can.approve || Page.Can.publish || Page.Can.start || Page.Can.recall ?><?cs call:tools_start() ?><?cs
if:Page.Can.approve ?><?cs call:act("/project/" + Page.Project.no + "/approve", Lang.project.approve) ?><?cs /if ?><?cs
if:Page.Can.publish ?><?cs call:act("/project/" + Page.Project.no + "/publish", Lang.project.publish) ?><?cs /if ?><?cs
if:Page.Can.start ?><?cs call:act("/project/" + Page.Project.no + "/start", Lang.project.start) ?><?cs /if ?><?cs
if:Page.Can.recall ?><?cs call:act_second("/project/" + Page.Project.no + "/recall", Lang.project.recall) ?><?cs /if ?><?cs
call:tools_end() ?><?cs /if ?>
<?cs if:Page.Can.return ?><?cs call:form_start("/project/" + Page.Project.no + "/return") ?><?cs
call:text("reason", "required") ?><?cs call:submit_warn(Lang.project.return) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:subtitle(Lang.project.part_plan) ?><?cs call:plan_facts(Page.Project) ?>
<?cs call:subtitle(Lang.project.part_needs) ?><?cs call:plan_needs(Page.Needs) ?>
<?cs call:subtitle(Lang.project.positions) ?><?cs call:plan_positions(Page.Positions, Page.Project.no, Page.Can.edit) ?>
<?cs if:Page.Can.edit ?><?cs call:link_second("/project/" + Page.Project.no + "/position", Lang.project.position_new) ?><?cs /if ?>
<?cs if:subcount(Page.Checks) ?><?cs call:subtitle(Lang.project.checks) ?>
<?cs if:Page.RulesOpen > #0 ?><?cs call:rules(#0, Lang.project.rule_open, "wait") ?><?cs else ?><?cs call:para(Lang.project.rules_all) ?><?cs /if ?>
<?cs if:Page.RulesKept > #0 ?><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs
var:Lang.project.rules_kept ?><?cs var:Page.RulesKept ?></span></summary>
<div class="govuk-details__text"><?cs call:rules(#1, Lang.project.rule_ok, "good") ?></div></details><?cs /if ?><?cs /if ?>
<?cs if:Page.Can.submit ?><?cs call:subtitle(Lang.project.screening) ?><?cs call:para(Lang.project.screening_about) ?>
<ol class="govuk-list govuk-list--number"><?cs each:s = Lang.project.Screening ?><li><?cs var:s ?></li><?cs /each ?></ol>
<?cs call:form_start("/project/" + Page.Project.no + "/submit") ?><?cs call:check("none", "") ?><?cs
call:submit(Lang.project.submit) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.Can.extend ?><?cs call:subtitle(Lang.project.extend) ?><?cs call:form_start("/project/" + Page.Project.no + "/extend") ?><?cs
call:day("until", "required") ?><?cs call:submit_second(Lang.project.extend) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.Can.close ?><?cs call:subtitle(Lang.project.close) ?><?cs call:form_start("/project/" + Page.Project.no + "/close") ?><?cs
call:textarea("report", "required", "6") ?><?cs call:submit_warn(Lang.project.close) ?><?cs call:form_end() ?><?cs /if ?>
<?cs if:Page.Can.void ?><p class="govuk-body"><a class="govuk-link" href="/project/<?cs var:url_escape(Page.Project.no) ?>/void"><?cs
var:Lang.project.void ?></a></p><?cs /if ?>
<?cs call:page_foot("staff") ?>
