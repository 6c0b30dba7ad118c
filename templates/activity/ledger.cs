<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.ledger.title) ?>
<?cs call:back("/", Lang.Layout.to_front) ?>
<?cs call:title(Lang.ledger.title) ?>
<?cs call:lead(Lang.ledger.lead) ?>
<?cs if:Page.Head.size ?><?cs if:Page.Head.late == #1 ?><?cs call:note(Lang.ledger.late) ?><?cs /if ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.ledger.size, Page.Head.size + " " + Lang.ledger.entries) ?><?cs
call:fact(Lang.ledger.waiting, Page.waiting + " " + Lang.ledger.entries) ?><?cs call:fact(Lang.ledger.at, Page.Head.at) ?><?cs
call:fact(Lang.ledger.no, Page.Head.no) ?><?cs call:fact(Lang.ledger.root, Page.Head.root) ?><?cs
call:fact(Lang.ledger.key, Page.Head.key) ?><?cs call:facts_end() ?>
<?cs else ?><?cs call:empty(Lang.ledger.none) ?><?cs /if ?>
<?cs call:subtitle(Lang.ledger.how) ?><?cs call:para(Lang.ledger.how_text) ?>
<?cs call:link_second("/activity/ledger/heads", Lang.ledger.heads) ?> <?cs call:link_second("/activity/ledger/key", Lang.ledger.public_key) ?>
<?cs if:subcount(Page.Heads) ?><?cs call:cells_start(Lang.ledger.recent) ?>
<?cs each:h = Page.Heads ?><?cs call:cell(h.at, Lang.ledger.no + " " + h.no, h.size + " " + Lang.ledger.entries) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs /if ?>
<?cs call:page_foot("public") ?>
