<?cs # remark.cs - what an overseer remarked, and what the station answered: call:remark(r) ?><?cs
def:remark(r) ?><p><b class="tag <?cs if:r.late ?>late<?cs else ?>remark <?cs var:r.state ?><?cs /if ?>"><?cs
if:r.late ?><?cs var:Lang.station.remark_late ?><?cs else ?><?cs var:Lang.State.remark[r.state] ?><?cs /if ?></b> <strong><?cs
var:r.words ?></strong></p>
<p><?cs var:r.overseer ?> <?cs var:at(r.made_at) ?><?cs var:Lang.recruit.comma ?><?cs var:Lang.station.remark_due ?> <?cs
var:on(r.due_on) ?></p>
<?cs if:r.answer ?><p><?cs var:Lang.station.remark_answer ?> <?cs var:r.answer ?> <small><?cs var:r.answered_by ?> <?cs
var:at(r.answered_at) ?></small></p>
<?cs /if ?><?cs /def ?>