<?cs #
refused.cs - why the last step was not taken: Page.Refused is a word under Lang.APP.Refused.
?><?cs if:Page.Refused ?><p class="note bad" role="alert"><?cs var:Lang[Page.App].Refused[Page.Refused] ?></p>
<?cs /if ?>
