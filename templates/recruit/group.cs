<?cs set:Title = Lang.recruit.group ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/recruit/shift/<?cs var:Page.Shift.no ?>"><?cs var:Page.Shift.title ?></a>
<h1><?cs var:Lang.recruit.group ?></h1>
<p><b><?cs var:span(Page.Shift.starts_at + "/" + Page.Shift.ends_at) ?></b> <?cs var:Page.Shift.place ?></p>
<p><?cs var:Lang.recruit.group_note ?></p>
<p class="hint"><?cs var:Lang.recruit.group_lead_note ?></p>
<form method="post" action="/recruit/shift/<?cs var:Page.Shift.no ?>/group" novalidate><?cs include!"token.cs" ?>
<?cs include!"recruit/group_form.cs" ?></form>
<?cs include!"volunteer_foot.cs" ?>
