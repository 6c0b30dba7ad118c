<?cs set:Title = Lang.activity.case_title ?><?cs include!"public_head.cs" ?>
<a class="back" href="/activity/notice/<?cs var:Page.Case.activity_no ?>"><?cs var:Lang.activity.notice ?></a>
<h1><?cs var:Lang.activity.case_title ?></h1>
<p><b class="tag objection <?cs var:Page.Case.state ?>"><?cs var:Lang.State.objection[Page.Case.state] ?></b></p>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.case_no ?></dt><dd><?cs var:Page.Case.no ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.title ?></dt><dd><?cs var:Page.Case.title ?></dd></div>
<div><dt><?cs var:Lang.activity.raised_at ?></dt><dd><?cs var:at(Page.Case.raised_at) ?></dd></div>
<div><dt><?cs var:Lang.activity.case_due ?></dt><dd><?cs var:on(Page.Case.due_on) ?></dd></div>
<div><dt><?cs var:Lang.activity.object_reason ?></dt><dd><?cs var:Page.Case.reason ?></dd></div>
<?cs if:Page.Case.result ?><div><dt><?cs var:Lang.activity.result ?></dt><dd><?cs var:Page.Case.result ?></dd></div>
<?cs /if ?><?cs if:Page.Case.closed_at ?><div><dt><?cs var:Lang.activity.closed_at ?></dt><dd><?cs var:at(Page.Case.closed_at) ?></dd></div>
<?cs /if ?></dl>
<p class="note"><?cs var:Lang.activity.case_keep ?></p>
<?cs include!"public_foot.cs" ?>
