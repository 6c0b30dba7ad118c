<?cs set:Title = Lang.activity.dispute ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"duration.cs" ?>
<a class="back" href="/activity/notice/<?cs var:Page.Record.activity_no ?>"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.activity.dispute ?></h1>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.Field.title ?></dt><dd><?cs var:Page.Record.title ?></dd></div>
<div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Record.name ?></dd></div>
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Record.begins + "/" + Page.Record.ends) ?></dd></div>
<div><dt><?cs var:Lang.activity.length ?></dt><dd><?cs call:duration(Page.Record.minutes) ?></dd></div>
<div><dt><?cs var:Lang.activity.record_no ?></dt><dd><?cs var:Page.Record.no ?></dd></div>
</dl>
<p class="note"><?cs var:Lang.activity.dispute_note ?></p>
<form method="post" action="/activity/notice/record/<?cs var:Page.Record.no ?>" novalidate><?cs include!"token.cs" ?>
<?cs call:person_as("name", "required", Lang.activity.your_name, "") ?><?cs call:tel("phone", "required") ?><?cs
call:textarea_as("reason", "required", "5", Lang.activity.object_reason, "") ?>
<button class="button" type="submit"><?cs var:Lang.Layout.send ?></button>
</form>
<?cs include!"public_foot.cs" ?>
