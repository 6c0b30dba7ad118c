<?cs set:Title = Lang.activity.absent ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/activity/" + Page.Activity.no ?>
<a class="back" href="/activity/mine"><?cs var:Lang.activity.mine ?></a>
<h1><?cs var:Lang.activity.absent ?></h1>
<section class="card todo"><header class="<?cs if:Page.Absence.state == "open" ?>wait<?cs
elif:Page.Absence.state == "declined" ?>bad<?cs else ?>info<?cs /if ?>"><?cs var:Lang.activity.Absent[Page.Absence.state] ?></header>
<p><b><?cs var:Page.Activity.title ?></b><br><?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?><br><?cs
var:Page.Activity.place ?></p>
<?cs if:Page.Absence.explanation ?><p><?cs var:Lang.activity.absent_said ?><br><?cs var:Page.Absence.explanation ?></p>
<?cs /if ?><?cs if:Page.Absence.answer ?><p><?cs var:Lang.activity.absent_answer ?><br><?cs var:Page.Absence.answer ?></p>
<?cs /if ?></section>
<?cs if:Page.Absence.state == "open" || Page.Absence.state == "explained" ?><p><?cs var:Lang.activity.absent_note ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/absent" novalidate><?cs include!"token.cs" ?>
<?cs call:textarea_as("explanation", "required", "4", Lang.activity.absent_why, Lang.activity.absent_hint) ?>
<button class="button" type="submit"><?cs var:Lang.activity.absent_send ?></button></form>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
