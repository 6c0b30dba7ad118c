<?cs #
rail.cs - the sections of the desk with what waits in each (Page.Nav.SECTION.waits, and .due when some of it is late), and
the pages of the section that is open (Section); for overseers what they look at.
?><?cs
def:under(href, text) ?><li><a href="<?cs var:url_validate(href) ?>"<?cs if:Page.Path == href ?> aria-current="page"<?cs /if ?>><?cs
	var:text ?></a></li>
<?cs /def ?><nav class="rail" aria-label="<?cs var:Lang.Frame.sections ?>"><div>
<?cs if:Page.Who.Role.overseer ?><ul>
<?cs call:under("/station/overview", Lang.Nav.overview) ?><?cs
	call:under("/activity/flags", Lang.Nav.flags) ?><?cs
	call:under("/activity/holidays", Lang.Nav.holidays) ?></ul>
<?cs else ?><ul>
<li<?cs if:Section == "desk" ?> class="on"<?cs /if ?>><a href="/account/desk"><?cs var:Lang.Nav.desk ?><?cs
	if:Page.Nav.desk.waits ?> <b<?cs if:Page.Nav.desk.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.desk.waits ?></b><?cs /if ?></a></li>
</ul>
<ul>
<li<?cs if:Section == "needs" ?> class="on"<?cs /if ?>><a href="/needs/ledger"><?cs var:Lang.Nav.needs ?><?cs
	if:Page.Nav.needs.waits ?> <b<?cs if:Page.Nav.needs.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.needs.waits ?></b><?cs /if ?></a><?cs
	if:Section == "needs" ?><ul>
<?cs call:under("/needs/ledger", Lang.Nav.ledger) ?><?cs
	call:under("/needs/ledger/new", Lang.Nav.need_new) ?><?cs
	call:under("/needs/surveys", Lang.Nav.surveys) ?></ul><?cs /if ?></li>
</ul>
<ul>
<li<?cs if:Section == "project" ?> class="on"<?cs /if ?>><a href="/project/"><?cs var:Lang.Nav.project ?><?cs
	if:Page.Nav.project.waits ?> <b<?cs if:Page.Nav.project.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.project.waits ?></b><?cs /if ?></a><?cs
	if:Section == "project" ?><ul>
<?cs call:under("/project/", Lang.Nav.projects) ?><?cs
	call:under("/project/new", Lang.Nav.project_new) ?></ul><?cs /if ?></li>
<li<?cs if:Section == "recruit" ?> class="on"<?cs /if ?>><a href="/recruit/review"><?cs var:Lang.Nav.recruit ?><?cs
	if:Page.Nav.recruit.waits ?> <b<?cs if:Page.Nav.recruit.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.recruit.waits ?></b><?cs /if ?></a></li>
<li<?cs if:Section == "activity" ?> class="on"<?cs /if ?>><a href="/activity/manage"><?cs var:Lang.Nav.activity ?><?cs
	if:Page.Nav.activity.waits ?> <b<?cs if:Page.Nav.activity.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.activity.waits ?></b><?cs /if ?></a><?cs
	if:Section == "activity" ?><ul>
<?cs call:under("/activity/manage", Lang.Nav.activities) ?><?cs
	call:under("/activity/manage/new", Lang.Nav.activity_new) ?></ul><?cs /if ?></li>
<li<?cs if:Section == "hours" ?> class="on"<?cs /if ?>><a href="/activity/manage/review"><?cs var:Lang.Nav.hours ?><?cs
	if:Page.Nav.hours.waits ?> <b<?cs if:Page.Nav.hours.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.hours.waits ?></b><?cs /if ?></a><?cs
	if:Section == "hours" ?><ul>
<?cs call:under("/activity/manage/review", Lang.Nav.review) ?><?cs
	call:under("/activity/manage/due", Lang.Nav.due) ?><?cs
	call:under("/activity/manage/objections", Lang.Nav.objections) ?></ul><?cs /if ?></li>
</ul>
<ul>
<li<?cs if:Section == "people" ?> class="on"<?cs /if ?>><a href="/account/volunteers"><?cs var:Lang.Nav.people ?><?cs
	if:Page.Nav.people.waits ?> <b<?cs if:Page.Nav.people.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.people.waits ?></b><?cs /if ?></a><?cs
	if:Section == "people" ?><ul>
<?cs call:under("/account/volunteers", Lang.Nav.volunteers) ?><?cs
	call:under("/account/volunteers/new", Lang.Nav.volunteer_new) ?></ul><?cs /if ?></li>
<li<?cs if:Section == "training" ?> class="on"<?cs /if ?>><a href="/training/manage"><?cs var:Lang.Nav.training ?><?cs
	if:Page.Nav.training.waits ?> <b<?cs if:Page.Nav.training.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.training.waits ?></b><?cs /if ?></a></li>
<li<?cs if:Section == "commend" ?> class="on"<?cs /if ?>><a href="/commend/manage"><?cs var:Lang.Nav.commend ?><?cs
	if:Page.Nav.commend.waits ?> <b<?cs if:Page.Nav.commend.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.commend.waits ?></b><?cs /if ?></a><?cs
	if:Section == "commend" ?><ul>
<?cs call:under("/commend/manage", Lang.Nav.stars) ?><?cs
	call:under("/commend/manage/honours", Lang.Nav.honours) ?><?cs
	call:under("/commend/manage/certificates", Lang.Nav.certificates) ?></ul><?cs /if ?></li>
</ul>
<ul>
<li<?cs if:Section == "platform" ?> class="on"<?cs /if ?>><a href="/platform/"><?cs var:Lang.Nav.platform ?><?cs
	if:Page.Nav.platform.waits ?> <b<?cs if:Page.Nav.platform.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.platform.waits ?></b><?cs /if ?></a><?cs
	if:Section == "platform" ?><ul>
<?cs call:under("/platform/", Lang.Nav.outbox) ?><?cs
	call:under("/platform/reconcile", Lang.Nav.reconcile) ?><?cs
	call:under("/platform/export", Lang.Nav.export) ?><?cs
	call:under("/platform/transfer", Lang.Nav.transfer) ?><?cs
	call:under("/platform/balance", Lang.Nav.balance) ?></ul><?cs /if ?></li>
<?cs if:Page.Who.Role.manager ?>
<li<?cs if:Section == "station" ?> class="on"<?cs /if ?>><a href="/station/"><?cs var:Lang.Nav.station ?><?cs
	if:Page.Nav.station.waits ?> <b<?cs if:Page.Nav.station.due ?> class="due"<?cs /if ?>><?cs
		var:Page.Nav.station.waits ?></b><?cs /if ?></a><?cs
	if:Section == "station" ?><ul>
<?cs call:under("/station/", Lang.Nav.place) ?><?cs
	call:under("/station/audit", Lang.Nav.audit) ?></ul><?cs /if ?></li>
<?cs /if ?></ul>
<?cs /if ?><?cs include!"keys.cs" ?></div></nav>
