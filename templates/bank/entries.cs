<?cs #
entries.cs - what moved on an account, at the desk: Page.Entries.
?><?cs if:subcount(Page.Entries) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.bank.entries ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.entries ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.bank.Paper.day ?></th><th scope="col"><?cs var:Lang.bank.Paper.what ?></th><th scope="col"><?cs
var:Lang.bank.record ?></th><th scope="col"><?cs var:Lang.bank.order ?></th><th class="num" scope="col"><?cs
var:Lang.bank.moved ?></th><th class="num" scope="col"><?cs var:Lang.bank.Paper.after ?></th></tr></thead>
<tbody>
<?cs each:n = Page.Entries ?><tr><td><?cs var:at(n.at) ?></td><td><?cs var:Lang.State.timebank_entry_kind[n.kind] ?></td><td><?cs
var:n.record ?></td><td><?cs var:n.order ?><?cs
var:n.gift ?></td><td class="num"><?cs var:n.hours ?></td><td class="num"><?cs var:n.after ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.entries_empty ?></p>
<?cs /if ?>
