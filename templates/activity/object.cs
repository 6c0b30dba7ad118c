<?cs set:Title = Lang.activity.object ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"duration.cs" ?>
<a class="back" href="/activity/hours/<?cs var:Page.Record.no ?>"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.activity.object ?></h1>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.Field.title ?></dt><dd><?cs var:Page.Record.title ?></dd></div>
<div><dt><?cs var:Lang.activity.day ?></dt><dd><?cs var:on(Page.Record.served_on) ?></dd></div>
<div><dt><?cs var:Lang.activity.length ?></dt><dd><?cs call:duration(Page.Record.minutes) ?></dd></div>
<div><dt><?cs var:Lang.activity.record_no ?></dt><dd><?cs var:Page.Record.no ?></dd></div>
</dl>
<?cs if:Page.Settled ?><p class="note wait"><?cs var:Lang.activity.Fault.object_settled ?></p>
<?cs else ?><p class="note"><?cs var:Lang.activity.object_note ?></p>
<form method="post" action="/activity/record/<?cs var:Page.Record.no ?>/object" novalidate><?cs include!"token.cs" ?>
<?cs call:textarea_as("reason", "required", "5", Lang.activity.object_reason, "") ?>
<button class="button" type="submit"><?cs var:Lang.Layout.send ?></button>
</form>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
