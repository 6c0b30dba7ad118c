<?cs set:Title = Lang.account.volunteer_edit ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/edit" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <a href="/account/volunteers/<?cs
var:Page.Volunteer.no ?>"><?cs var:Page.Volunteer.name ?></a> › <?cs var:Lang.account.volunteer_edit ?></p>
<h1><?cs var:Page.Volunteer.name ?> <?cs var:Lang.account.volunteer_edit ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p class="note"><?cs var:Lang.account.volunteer_edit_about ?></p>
<div class="form">
<h2><?cs var:Lang.account.part_wish ?></h2>
<?cs call:region("region_code", "required", Page.Regions) ?><?cs call:region("service_region_code", "optional", Page.Counties) ?>
<?cs set:At.wide = #1 ?><?cs call:checks("categories", "required", Page.Categories) ?>
<?cs set:At.wide = #1 ?><?cs call:checks("skills", "required", Page.Skills) ?>
<?cs set:At.wide = #1 ?><?cs call:checks("fields", "optional", Page.Fields) ?>
<?cs set:At.wide = #1 ?><?cs call:checks("available", "optional", Page.Available) ?><h2><?cs var:Lang.account.more ?></h2>
<?cs set:At.wide = #1 ?><?cs call:checks("sources", "optional", Page.Sources) ?>
<?cs call:select("political", "optional", Page.Politicals) ?><?cs call:select("occupation", "optional", Page.Occupations) ?>
<?cs call:select("education", "optional", Page.Educations) ?><?cs call:select("ethnic", "optional", Page.Ethnics) ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
