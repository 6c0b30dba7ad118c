<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.equation) ?>
<?cs call:title(Lang.platform.equation) ?><?cs call:platform_tabs() ?>
<?cs if:Page.Balance.holds ?><?cs call:para(Lang.platform.holds) ?><?cs else ?><?cs call:note(Lang.platform.broken) ?><?cs /if ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.platform.enqueued, Page.Balance.enqueued) ?><?cs each:s = Lang.State.outbox ?><?cs
call:fact(s, Page.Balance[name(s)]) ?><?cs /each ?><?cs call:fact(Lang.platform.receipts, Page.Balance.receipts) ?><?cs
call:fact(Lang.platform.todo_note, Page.Balance.todo) ?><?cs call:fact(Lang.platform.missing_note, Page.Balance.missing) ?><?cs call:facts_end() ?>
<?cs call:page_foot("staff") ?>
