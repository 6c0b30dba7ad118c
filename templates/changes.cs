<?cs #
changes.cs - what was changed of something people signed up for: rows of change_notice, as a list for the phone.

changes(list)       each with .what .thing .was .became .changed_at, and when they are of several things .about .no .title
?><?cs
def:change_value(what, value) ?><?cs
	if:what == "time" ?><?cs var:span(value) ?><?cs
	elif:what == "recruit_to" || what == "ends_on" ?><?cs var:on(value) ?><?cs
	else ?><?cs var:value ?><?cs /if ?><?cs /def ?><?cs
def:changes(list) ?><ul class="list">
<?cs each:c = list ?><li><div class="row change"><span><?cs if:c.no ?><?cs
if:c.about == "project" ?><a href="/recruit/<?cs var:c.no ?>"><?cs var:c.title ?></a><?cs
else ?><a href="/activity/<?cs var:c.no ?>"><?cs var:c.title ?></a><?cs /if ?>
<?cs /if ?><strong><?cs var:Lang.State.change_notice_what[c.what] ?><?cs if:c.thing ?> <?cs var:c.thing ?><?cs /if ?></strong> <?cs
if:c.what == "cancelled" ?><?cs var:c.became ?><?cs
elif:c.what == "intro" || c.what == "content" || c.what == "duties" || !c.was ?><?cs call:change_value(c.what, c.became) ?><?cs
else ?><?cs var:Lang.Frame.was ?> <del><?cs call:change_value(c.what, c.was) ?></del> <?cs var:Lang.Frame.became ?> <ins><?cs
call:change_value(c.what, c.became) ?></ins><?cs /if ?></span> <small><?cs var:at(c.changed_at) ?></small></div></li>
<?cs /each ?></ul>
<?cs /def ?>
