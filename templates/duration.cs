<?cs #
duration.cs - how long something took, for people: 24 小时 30 分. Lists and papers of the desk say 24.50.

duration(minutes)
?><?cs
def:duration(minutes) ?><span class="nb"><?cs
	set:Long.hours = minutes / #60 ?><?cs set:Long.rest = minutes % #60 ?><?cs
	if:Long.hours > #0 || Long.rest == #0 ?><?cs var:Long.hours ?> <?cs var:Lang.Layout.hours ?><?cs /if ?><?cs
	if:Long.rest > #0 ?><?cs if:Long.hours > #0 ?> <?cs /if ?><?cs var:Long.rest ?> <?cs var:Lang.Layout.minutes ?><?cs /if ?></span><?cs
/def ?>
