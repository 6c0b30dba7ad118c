<?cs set:Title = Lang.needs.survey_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/surveys/new" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys"><?cs var:Lang.needs.surveys ?></a> › <?cs var:Lang.needs.survey_new ?></p>
<h1><?cs var:Lang.needs.survey_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.needs.survey_make ?></button></p>
</div>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:radios("template", "required", Page.Ready) ?>
<?cs set:At.wide = #1 ?><?cs call:text("title", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("intro", "optional", "3") ?>
<?cs call:day("closes_on", "optional") ?><?cs call:number("wanted", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
