<?cs #
facts.cs - what a training is, for its page and for staff alike: training_facts() shows Page.Training as name and value pairs.
?><?cs
def:training_facts() ?><?cs call:fact(Lang.training.Field.starts_at, Page.Training.starts_at) ?><?cs
call:fact(Lang.training.Field.ends_at, Page.Training.ends_at) ?><?cs call:fact(Lang.training.Field.study_minutes, Page.Training.study_minutes + " " + Lang.Layout.minutes) ?><?cs
call:fact(Lang.training.Field.place, Page.Training.place) ?><?cs call:fact(Lang.training.Field.kind, Page.Training.kind_name) ?><?cs
call:fact(Lang.training.Field.mode, Page.Training.mode_name) ?><?cs call:fact(Lang.training.Field.organiser, Page.Training.organiser) ?><?cs
call:fact(Lang.training.Field.lecturer, Page.Training.lecturer) ?><?cs call:fact(Lang.training.Field.content, Page.Training.content) ?><?cs
call:fact(Lang.training.Field.enrol_until, Page.Training.enrol_until) ?><?cs if:Page.Training.min_age ?><?cs
call:fact(Lang.training.Field.min_age, Page.Training.min_age + " " + Lang.training.years) ?><?cs /if ?><?cs
call:fact(Lang.training.Field.pass_score, Page.Training.pass_score) ?><?cs call:fact(Lang.training.Field.qualifies, Page.Training.qualifies) ?><?cs
call:fact(Lang.training.Field.contact_name, Page.Training.contact_name) ?><?cs call:fact(Lang.training.Field.contact_phone, Page.Training.contact_phone) ?><?cs /def ?><?cs
def:refused_note() ?><?cs if:Page.Refused ?><div class="<?cs var:Look.note ?>" role="alert"><?cs var:Lang.training.Refused[Page.Refused] ?></div>
<?cs /if ?><?cs /def ?>
