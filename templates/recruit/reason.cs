<?cs #
reason.cs - why an application ended: a word of the suite as its text, else what staff wrote.

reason(r)
?><?cs
def:reason(r) ?><?cs if:Lang.recruit.Reason[r] ?><?cs var:Lang.recruit.Reason[r] ?><?cs else ?><?cs var:r ?><?cs /if ?><?cs /def ?>
