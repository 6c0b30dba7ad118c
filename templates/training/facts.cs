<?cs #
facts.cs - what a training is (Page.Training), as lines of a <dl class="facts">, for everybody and for staff alike.
?><div><dt><?cs var:Lang.training.when ?></dt><dd><?cs
var:span(Page.Training.starts_at + "/" + Page.Training.ends_at) ?></dd></div>
<?cs if:Page.Training.place ?><div><dt><?cs var:Lang.training.Field.place ?></dt><dd><?cs var:Page.Training.place ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.training.study ?></dt><dd><?cs var:Page.Training.study_minutes ?> <?cs
var:Lang.Layout.minutes ?></dd></div>
<?cs if:Page.Training.enrol_until ?><div><dt><?cs var:Lang.training.Field.enrol_until ?></dt><dd><?cs
var:at(Page.Training.enrol_until) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.training.Field.kind ?></dt><dd><?cs var:Page.Training.kind_name ?></dd></div>
<div><dt><?cs var:Lang.training.Field.mode ?></dt><dd><?cs var:Page.Training.mode_name ?></dd></div>
<div><dt><?cs var:Lang.training.Field.organiser ?></dt><dd><?cs var:Page.Training.organiser ?></dd></div>
<?cs if:Page.Training.lecturer ?><div><dt><?cs var:Lang.training.Field.lecturer ?></dt><dd><?cs var:Page.Training.lecturer ?></dd></div>
<?cs /if ?><?cs if:Page.Training.min_age ?><div><dt><?cs var:Lang.training.Field.min_age ?></dt><dd><?cs
var:Page.Training.min_age ?> <?cs var:Lang.training.years ?></dd></div>
<?cs /if ?><?cs if:Page.Training.pass_score ?><div><dt><?cs var:Lang.training.Field.pass_score ?></dt><dd><?cs
var:Page.Training.pass_score ?></dd></div>
<?cs /if ?><?cs if:Page.Training.qualifies ?><div><dt><?cs var:Lang.training.Field.qualifies ?></dt><dd><?cs
var:Page.Training.qualifies ?></dd></div>
<?cs /if ?><?cs if:Page.Training.contact_name ?><div><dt><?cs var:Lang.training.Field.contact_name ?></dt><dd><?cs
var:Page.Training.contact_name ?></dd></div>
<?cs /if ?><?cs if:Page.Training.contact_phone ?><div><dt><?cs var:Lang.training.Field.contact_phone ?></dt><dd><?cs
var:Page.Training.contact_phone ?></dd></div>
<?cs /if ?><div class="whole"><dt><?cs var:Lang.training.Field.content ?></dt><dd><?cs var:Page.Training.content ?></dd></div>
