<?cs #
bounds.cs - conditions of selections in words: bound(c), a condition; figure(what, has), a figure with its unit, or that nobody knows.
?><?cs
def:bound(c) ?><?cs if:c.at_most == #1 ?><?cs var:Lang.commend.at_most ?><?cs else ?><?cs var:Lang.commend.at_least ?><?cs
/if ?> <?cs var:c.wanted ?> <?cs var:Lang.commend.FigureUnit[c.what] ?><?cs /def ?><?cs
def:figure(what, has) ?><?cs if:string.length(has) ?><?cs var:has ?> <?cs var:Lang.commend.FigureUnit[what] ?><?cs
else ?><?cs var:Lang.commend.figure_unknown ?><?cs /if ?><?cs /def ?>
