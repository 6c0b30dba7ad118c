<?cs set:Title = Lang.platform.equation ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.platform.equation ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<?cs if:Page.Balance.holds ?><p class="note good"><?cs var:Lang.platform.holds ?></p>
<?cs else ?><p class="note bad"><?cs var:Lang.platform.broken ?></p>
<?cs /if ?><?cs if:Page.Latest ?><p><?cs var:Lang.platform.latest ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.platform.enqueued ?></dt><dd><?cs var:Page.Balance.enqueued ?></dd></div>
<?cs each:s = Lang.State.outbox ?><div><dt><?cs var:s ?></dt><dd><?cs var:Page.Balance[name(s)] ?></dd></div>
<?cs /each ?><div><dt><?cs var:Lang.platform.receipts ?></dt><dd><?cs var:Page.Balance.receipts ?></dd></div>
<div><dt><?cs var:Lang.platform.todo_note ?></dt><dd><?cs var:Page.Balance.todo ?></dd></div>
<div><dt><?cs var:Lang.platform.missing_note ?></dt><dd><?cs var:Page.Balance.missing ?></dd></div>
</dl>
<?cs include!"staff_foot.cs" ?>
