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
<?cs if:subcount(Page.Needs) ?><div class="zyz-box"><?cs call:checks("need", "optional", Page.Needs) ?></div><?cs else ?><?cs call:empty(Lang.project.needs_none) ?><?cs /if ?>
<?cs call:section(Lang.project.part_plan) ?>
<?cs call:text("title", "required") ?><?cs call:textarea("goal", "optional", "3") ?><?cs call:textarea("intro", "required", "8") ?>
<div class="zyz-many"><?cs call:checks("categories", "required", Page.Categories) ?></div><div class="zyz-many"><?cs call:checks("recipients", "required", Page.Recipients) ?></div>
<?cs call:section(Lang.project.part_when) ?>
<?cs call:day("starts_on", "required") ?><?cs call:day("ends_on", "required") ?><?cs
call:select("region_code", "required", Page.Regions) ?><?cs call:text("place", "required") ?>
<?cs call:section(Lang.project.part_recruit) ?>
<?cs if:subcount(Page.Teams) ?><?cs call:radios("recruit_scope", "required", Lang.project.Scope) ?><?cs
call:select("team", "optional", Page.Teams) ?><?cs else ?><?cs call:hidden("recruit_scope", "public") ?><?cs /if ?><?cs
call:day("recruit_from", "required") ?><?cs call:day("recruit_to", "required") ?><?cs
call:text("sign_up_how", "required") ?><?cs call:number("min_hours", "optional") ?>
<?cs call:section(Lang.project.part_safety) ?>
<div class="zyz-many"><?cs call:checks("guarantees", "required", Page.Guarantees) ?></div><?cs call:textarea("risks", "required", "3") ?><?cs
call:check("dangerous", "") ?><?cs call:text("insurance", "optional") ?>
<?cs call:section(Lang.project.part_means) ?>
<?cs call:person("contact_name", "required") ?><?cs call:tel("contact_phone", "required") ?><?cs
call:number("budget_yuan", "optional") ?><?cs call:select("fund_source", "optional", Page.FundSources) ?>
<?cs call:submit(Lang.project.save_draft) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
