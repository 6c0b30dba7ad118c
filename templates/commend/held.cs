<?cs #
held.cs - of a certificate whose station gives nothing out before its notice has ended: until when.
?><?cs if:Page.Held ?><p class="note wait"><?cs var:Lang.commend.held ?> <?cs var:on(Page.Held) ?></p>
<?cs /if ?>
