<?cs set:Title = Lang.recruit.group ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/recruit/manage/<?cs var:Page.Project.no ?>"><?cs var:Page.Project.title ?></a> › <a href="/recruit/manage/<?cs
var:Page.Project.no ?>/shift/<?cs var:Page.Shift.no ?>"><?cs var:Page.Shift.title ?></a></p>
<h1><?cs var:Lang.recruit.group ?></h1>
</div>
<p><b><?cs var:span(Page.Shift.starts_at + "/" + Page.Shift.ends_at) ?></b> <?cs var:Page.Shift.place ?></p>
<p class="hint"><?cs var:Lang.recruit.group_note ?></p>
<form class="form" method="post" action="/recruit/manage/<?cs var:Page.Project.no ?>/shift/<?cs
var:Page.Shift.no ?>/group" novalidate><?cs include!"token.cs" ?>
<?cs include!"recruit/group_form.cs" ?></form>
<?cs include!"staff_foot.cs" ?>
