<?cs set:Title = Lang.activity.leave ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/activity/" + Page.Activity.no ?>
<a class="back" href="<?cs var:url_validate(Base) ?>"><?cs var:Page.Activity.title ?></a>
<h1><?cs var:Lang.activity.leave ?></h1>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.Field.title ?></dt><dd><?cs var:Page.Activity.title ?></dd></div>
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></dd></div>
<div><dt><?cs var:Lang.activity.where ?></dt><dd><?cs var:Page.Activity.place ?></dd></div>
</dl>
<?cs if:!Page.Fault ?><p class="note"><?cs var:Lang.activity.leave_note ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/leave" novalidate><?cs include!"token.cs" ?>
<?cs call:radios_as("why", "required", Lang.activity.Leave, Lang.activity.leave_why, "") ?><?cs
call:text_as("words", "optional", Lang.activity.leave_words, Lang.activity.leave_seen) ?>
<button class="button danger" type="submit"><?cs var:Lang.activity.leave_send ?></button></form>
<?cs /if ?><a class="button quiet" href="<?cs var:url_validate(Base) ?>"><?cs var:Lang.activity.leave_not ?></a>
<?cs include!"tel.cs" ?><?cs include!"resident_foot.cs" ?>
