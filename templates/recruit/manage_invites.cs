<?cs set:Title = Lang.recruit.invites ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/recruit/manage/<?cs var:Page.Project.no ?>"><?cs var:Page.Project.title ?></a> › <a href="/recruit/manage/<?cs
var:Page.Project.no ?>/position/<?cs var:Page.Position.uid ?>"><?cs var:Page.Position.title ?></a></p>
<h1><?cs var:Lang.recruit.invites ?></h1>
</div>
<p class="hint"><?cs var:Lang.recruit.invites_note ?></p>
<form class="form" method="post" action="/recruit/manage/<?cs var:Page.Project.no ?>/position/<?cs
var:Page.Position.uid ?>/invite" novalidate><?cs include!"token.cs" ?>
<?cs call:number("days", "required") ?><?cs call:number("most", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.recruit.invite_make ?></button></p>
</form>
<?cs if:subcount(Page.Invites) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.recruit.invites ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.recruit.invite_made ?></th><th scope="col"><?cs
var:Lang.recruit.invite_by ?></th><th class="num" scope="col"><?cs
var:Lang.recruit.invite_used ?></th><th scope="col"><?cs var:Lang.recruit.invite_until ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:i = Page.Invites ?><tr><td><a href="/recruit/manage/<?cs var:Page.Project.no ?>/invite/<?cs var:i.uid ?>"><?cs
var:at(i.made_at) ?></a></td><td><?cs var:i.made_by ?></td><td class="num"><?cs var:i.used ?> / <?cs var:i.most ?></td><td><?cs
var:at(i.until_at) ?></td><td><?cs
if:i.good ?><?cs var:Lang.recruit.invite_good ?><?cs elif:i.ended_at ?><?cs var:Lang.recruit.invite_back ?><?cs
else ?><?cs var:Lang.recruit.invite_over ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
