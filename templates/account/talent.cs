<?cs set:Title = Lang.account.talent ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.talent ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="filters" action="/account/talent">
<?cs call:filter_select("skill", Page.Skills) ?><?cs call:filter_select("source", Page.Sources) ?><?cs
call:filter_select("time", Page.Available) ?><?cs call:filter_select("region", Page.Regions) ?><?cs
call:filter_select("category", Page.Categories) ?><?cs call:filter_select("field", Page.Fields) ?><?cs
call:filter_select("political", Page.Politicals) ?><?cs call:filter_select("occupation", Page.Occupations) ?><?cs
call:filter_select("education", Page.Educations) ?><?cs call:filter_select("ethnic", Page.Ethnics) ?><?cs
call:filter_select("worker", Page.Levels) ?><?cs call:filter_select("backbone", Lang.account.Backbone) ?><?cs
call:filter_select("star", Lang.account.Star) ?><?cs if:subcount(Page.Tags) ?><?cs call:filter_select("tag", Page.Tags) ?><?cs /if ?><?cs
call:filter_select("state", Lang.State.volunteer) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Volunteers) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.account.talent ?></caption>
<thead><tr><?cs call:column("no", Lang.account.no) ?><?cs
call:column("name", Lang.account.Field.name) ?><th class="wide-only" scope="col"><?cs var:Lang.account.Field.sex ?></th><?cs
call:column_num("age", Lang.account.age) ?><?cs
call:column("skills", Lang.account.Field.skill) ?><?cs call:column("sources", Lang.account.Field.source) ?><?cs
call:column("region", Lang.account.service_region) ?><th class="wide-only" scope="col"><?cs var:Lang.account.Field.time ?></th><?cs
call:column("worker", Lang.account.Field.worker) ?><?cs
call:column("backbone", Lang.account.Field.backbone) ?><?cs call:column("star", Lang.account.star) ?><?cs
call:column_num("minutes", Lang.account.hours) ?></tr></thead>
<tbody>
<?cs each:v = Page.Volunteers ?><tr><td><a href="/account/volunteers/<?cs var:v.no ?>"><?cs var:v.no ?></a></td>
<td><?cs var:v.name ?></td><td class="wide-only"><?cs var:Lang.account.Sex[v.sex] ?></td><td class="num"><?cs var:v.age ?></td>
<td><?cs var:v.skills ?></td><td class="w"><?cs var:v.sources ?></td><td><?cs var:v.region ?></td><td class="wide-only"><?cs
var:v.available ?></td><td><?cs var:v.worker_name ?></td><td><?cs
if:v.backbone == #1 ?><b class="tag good"><?cs var:Lang.account.backbone ?></b><?cs /if ?></td><td><?cs
if:v.star > #0 ?><?cs var:Lang.account.Star[v.star] ?><?cs /if ?></td><td class="num"><?cs var:v.hours ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.account.volunteers_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
