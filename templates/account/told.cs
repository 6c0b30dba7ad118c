<?cs #
told.cs - what a message says besides its title, as one line of a list.
?><?cs def:told_in_short(m) ?><?cs var:m.name ?><?cs if:m.happens_at ?><?cs var:Lang.message.comma ?><?cs var:at(m.happens_at) ?><?cs
/if ?><?cs if:m.until_at ?><?cs var:Lang.message.comma ?><?cs var:Lang.message.until_before ?><?cs var:at(m.until_at) ?><?cs
var:Lang.message.until_after ?><?cs /if ?><?cs /def ?>
