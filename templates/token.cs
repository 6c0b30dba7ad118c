<?cs if:Page.Csrf ?><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><?cs /if ?><?cs
if:Page.Seen ?><input type="hidden" name="seen" value="<?cs var:Page.Seen ?>"><?cs /if ?><?cs
if:Page.Key ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>"><?cs /if ?>
