<?cs set:Title = Lang.needs.survey_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:sources(list, head) ?><?cs if:subcount(list) ?><p class="whole"><b><?cs var:head ?></b></p>
<?cs each:o = list ?><?cs set:At.id = "template-" + o.code ?><?cs
if:o.code == Page.Ready.0.code ?><?cs set:At.id = "template" ?><?cs /if ?><?cs
call:box("radio", "template", At.id, o.code, o.name, o.hint, Page.Form.template == o.code) ?><?cs /each ?><?cs /if ?><?cs /def ?>
<form method="post" action="/needs/surveys/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys"><?cs var:Lang.needs.surveys ?></a> › <?cs var:Lang.needs.survey_new ?></p>
<h1><?cs var:Lang.needs.survey_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.needs.survey_make ?></button></p>
</div>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:group_start("template", "required", "", "") ?><?cs
call:sources(Page.Ready, Lang.needs.from_ready) ?><?cs call:sources(Page.Region, Lang.needs.from_region) ?><?cs
call:sources(Page.Own, Lang.needs.from_own) ?><?cs call:group_end() ?>
<?cs set:At.wide = #1 ?><?cs call:text("title", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("intro", "optional", "3") ?>
<?cs call:day("opens_on", "optional") ?><?cs call:day("closes_on", "optional") ?><?cs call:number("wanted", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
