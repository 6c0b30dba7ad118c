<?cs include!"layout.cs" ?><?cs
if:Page.No ?><?cs set:Plan.title = Lang.project.edit ?><?cs set:Plan.back = "/project/" + Page.No ?><?cs
set:Plan.action = "/project/" + Page.No + "/edit" ?><?cs
else ?><?cs set:Plan.title = Lang.project.new ?><?cs set:Plan.back = "/project/" ?><?cs set:Plan.action = "/project/new" ?><?cs /if ?><?cs
call:page_head("staff", Plan.title) ?>
<?cs call:back(Plan.back, Lang.Layout.back) ?>
<?cs call:title(Plan.title) ?>
<?cs call:para(Lang.project.draft_note) ?>
<?cs call:form_start(Plan.action) ?>
<?cs call:section(Lang.project.part_needs) ?>
<?cs if:subcount(Page.Needs) ?><?cs call:checks("need", "optional", Page.Needs) ?><?cs else ?><?cs call:empty(Lang.project.needs_none) ?><?cs /if ?>
<?cs call:section(Lang.project.part_plan) ?>
<?cs call:text("title", "required") ?><?cs call:textarea("goal", "optional", "3") ?><?cs call:textarea("intro", "optional", "8") ?><?cs
call:checks("categories", "optional", Page.Categories) ?><?cs call:checks("recipients", "optional", Page.Recipients) ?>
<?cs call:section(Lang.project.part_when) ?>
<?cs call:day("starts_on", "optional") ?><?cs call:day("ends_on", "optional") ?><?cs
call:select("region_code", "optional", Page.Regions) ?><?cs call:text("place", "optional") ?>
<?cs call:section(Lang.project.part_recruit) ?>
<?cs call:radios("recruit_scope", "optional", Lang.project.Scope) ?><?cs
if:subcount(Page.Teams) ?><?cs call:select("team", "optional", Page.Teams) ?><?cs /if ?><?cs
call:day("recruit_from", "optional") ?><?cs call:day("recruit_to", "optional") ?><?cs
call:text("sign_up_how", "optional") ?><?cs call:number("min_hours", "optional") ?>
<?cs call:section(Lang.project.part_safety) ?>
<?cs call:checks("guarantees", "optional", Page.Guarantees) ?><?cs call:textarea("risks", "optional", "3") ?><?cs
call:check("dangerous", "") ?><?cs call:text("insurance", "optional") ?>
<?cs call:section(Lang.project.part_means) ?>
<?cs call:person("contact_name", "optional") ?><?cs call:tel("contact_phone", "optional") ?><?cs
call:number("budget_yuan", "optional") ?><?cs call:select("fund_source", "optional", Page.FundSources) ?>
<?cs call:submit(Lang.project.save_draft) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
