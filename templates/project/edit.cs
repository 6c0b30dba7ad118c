<?cs set:Title = Lang.project.new ?><?cs if:Page.No ?><?cs set:Title = Lang.project.edit ?><?cs /if ?><?cs
include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/project/<?cs if:Page.No ?><?cs var:Page.No ?>/edit<?cs else ?>new<?cs /if ?>" novalidate><?cs
include!"token.cs" ?><?cs if:Page.No ?><input type="hidden" name="had" value="<?cs var:Page.Form.had ?>"><?cs /if ?>
<div class="bar">
<p class="crumb"><a href="/project/"><?cs var:Lang.project.projects ?></a> › <?cs
if:Page.No ?><a href="/project/<?cs var:Page.No ?>"><?cs var:Page.No ?></a> › <?cs /if ?><?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<span><?cs var:Lang.project.draft_note ?></span>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.project.save_draft ?></button></p>
</div>
<div class="form">
<h2><?cs var:Lang.project.part_needs ?></h2>
<?cs if:subcount(Page.Needs) ?><?cs set:At.wide = #1 ?><?cs set:At.lines = #1 ?><?cs call:checks("need", "optional", Page.Needs) ?><?cs
else ?><p class="note"><?cs var:Lang.project.needs_none ?></p>
<?cs /if ?><p class="whole"><button class="button" type="submit" name="then" value="needs"><?cs
var:Lang.project.pick_go ?></button></p>
<h2><?cs var:Lang.project.part_plan ?></h2>
<?cs set:At.wide = #1 ?><?cs call:text("title", "required") ?><?cs call:textarea("intro", "required", "5") ?><?cs
call:textarea("goal", "optional", "5") ?><?cs call:checks("categories", "required", Page.Categories) ?><?cs
call:checks("recipients", "required", Page.Recipients) ?><h2><?cs var:Lang.project.part_when ?></h2>
<?cs call:day("starts_on", "required") ?><?cs call:day("ends_on", "required") ?><?cs
set:At.wide = #1 ?><?cs call:check("regular", "") ?><?cs
call:region("region_code", "required", Page.Regions) ?><?cs call:text("place", "required") ?><h2><?cs
var:Lang.project.part_recruit ?></h2>
<?cs if:subcount(Page.Teams) ?><?cs call:radios("recruit_scope", "required", Lang.project.Scope) ?><?cs
call:select("team", "optional", Page.Teams) ?><?cs else ?><?cs
call:radios("recruit_scope", "required", Lang.project.ScopeAlone) ?><?cs /if ?>
<?cs call:day("recruit_from", "required") ?><?cs call:day("recruit_to", "required") ?><?cs
call:text("sign_up_how", "required") ?><?cs call:number("min_hours", "optional") ?><h2><?cs var:Lang.project.part_safety ?></h2>
<?cs set:At.wide = #1 ?><?cs call:checks("guarantees", "required", Page.Guarantees) ?><?cs
set:At.wide = #1 ?><?cs call:textarea("risks", "required", "3") ?><?cs call:check("dangerous", "") ?><?cs
call:text("insurance", "optional") ?><?cs call:check("agreement", "") ?><h2><?cs var:Lang.project.part_means ?></h2>
<?cs call:person("contact_name", "required") ?><?cs call:tel("contact_phone", "required") ?><?cs
if:subcount(Page.Workers) ?><?cs call:select("led_by", "optional", Page.Workers) ?><?cs /if ?><?cs
call:number("budget_yuan", "optional") ?><?cs call:select("fund_source", "optional", Page.FundSources) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
