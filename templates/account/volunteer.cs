<?cs set:Title = Page.Held.name ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:fact(label, value) ?><?cs if:string.length(value) ?><div><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /if ?><?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <?cs var:Page.Volunteer.no ?></p>
<h1><?cs var:Page.Held.name ?></h1>
<b class="tag <?cs var:Page.Volunteer.state ?>"><?cs var:Lang.State.volunteer[Page.Volunteer.state] ?></b>
<?cs if:Page.Volunteer.backbone == #1 ?><b class="tag good"><?cs var:Lang.account.backbone ?></b>
<?cs /if ?><div class="acts"><a class="button go" href="/account/volunteers/<?cs
var:url_escape(Page.Volunteer.no) ?>/edit" data-key="e"><?cs
var:Lang.account.volunteer_edit ?></a>
<a class="button" href="/account/volunteers/<?cs var:url_escape(Page.Volunteer.no) ?>/worker"><?cs var:Lang.account.worker ?></a>
<form method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/backbone"><?cs include!"token.cs" ?><?cs
if:Page.Volunteer.backbone == #1 ?><input type="hidden" name="backbone" value="0"><button class="button" type="submit"><?cs
var:Lang.account.backbone_end ?></button><?cs
else ?><input type="hidden" name="backbone" value="1"><button class="button" type="submit"><?cs
var:Lang.account.backbone_mark ?></button><?cs /if ?></form>
<a class="button" href="/platform/transfer/in?volunteer=<?cs var:url_escape(Page.Volunteer.no) ?>"><?cs
var:Lang.account.transfer_in ?></a>
<a class="button" href="/platform/transfer/out?volunteer=<?cs var:url_escape(Page.Volunteer.no) ?>"><?cs
var:Lang.account.transfer_out ?></a>
<a class="button" href="/platform/transfer/move?volunteer=<?cs var:url_escape(Page.Volunteer.no) ?>"><?cs
var:Lang.account.transfer_move ?></a>
<a class="button" href="/account/volunteers/<?cs var:url_escape(Page.Volunteer.no) ?>/rebind"><?cs var:Lang.account.rebind ?></a>
<a class="button" href="/account/volunteers/<?cs var:url_escape(Page.Volunteer.no) ?>/family"><?cs var:Lang.account.family ?></a>
<a class="button" href="/account/volunteers/<?cs var:url_escape(Page.Volunteer.no) ?>/correct"><?cs var:Lang.account.correct ?></a>
<a class="button" href="/merge/pair?one=<?cs var:url_escape(Page.Volunteer.no) ?>"><?cs var:Lang.account.merge_pair ?></a></div>
</div>
<?cs if:Page.Unmasked ?><p class="note wait"><?cs var:Lang.account.unmasked ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.account.no ?></dt><dd><?cs var:Page.Volunteer.no ?></dd></div>
<?cs if:Page.Held.platform_no ?><div><dt><?cs var:Lang.account.platform_short ?></dt><dd><?cs var:Page.Held.platform_no ?></dd></div>
<?cs /if ?><?cs if:Page.Held.sex ?><div><dt><?cs var:Lang.account.Field.sex ?></dt><dd><?cs var:Page.Held.sex ?></dd></div>
<?cs /if ?><?cs if:Page.Held.birth_on ?><div><dt><?cs var:Lang.account.Field.birth_on ?></dt><dd><?cs var:Page.Held.birth_on ?><?cs
if:Page.Volunteer.age ?> <?cs var:Page.Volunteer.age ?> <?cs var:Lang.account.years ?><?cs /if ?></dd></div>
<?cs /if ?><?cs if:Page.Held.id_no ?><div><dt><?cs var:Lang.account.Field.id_no ?></dt><dd><?cs var:Page.Held.id_no ?> <?cs
var:Page.Held.id_type ?></dd></div>
<?cs /if ?><?cs if:Page.Held.phone ?><div><dt><?cs var:Lang.account.Field.phone ?></dt><dd><?cs var:Page.Held.phone ?></dd></div>
<?cs /if ?><?cs if:Page.Held.region ?><div><dt><?cs var:Lang.account.region ?></dt><dd><?cs var:Page.Held.region ?></dd></div>
<?cs /if ?><?cs if:Page.Held.service_region ?><div><dt><?cs var:Lang.account.service_region ?></dt><dd><?cs
var:Page.Held.service_region ?></dd></div>
<?cs /if ?><?cs if:Page.Held.categories ?><div><dt><?cs var:Lang.account.wishes ?></dt><dd><?cs
var:Page.Held.categories ?></dd></div>
<?cs /if ?><?cs if:Page.Held.skills ?><div><dt><?cs var:Lang.account.Field.skills ?></dt><dd><?cs var:Page.Held.skills ?></dd></div>
<?cs /if ?><?cs if:Page.Held.fields ?><div><dt><?cs var:Lang.account.Field.fields ?></dt><dd><?cs var:Page.Held.fields ?></dd></div>
<?cs /if ?><?cs if:Page.Held.available ?><div><dt><?cs var:Lang.account.Field.available ?></dt><dd><?cs
var:Page.Held.available ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.account.registered_on ?></dt><dd><?cs var:on(Page.Volunteer.registered_at) ?> <?cs
if:Page.Volunteer.registered_by ?><?cs var:Page.Volunteer.registered_by ?><?cs else ?><?cs var:Lang.account.by_self ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.account.star ?></dt><dd><?cs var:Lang.account.Star[Page.Volunteer.star] ?></dd></div>
<div><dt><?cs var:Lang.account.no_shows ?></dt><dd><?cs var:Page.Volunteer.no_shows ?></dd></div>
<?cs call:fact(Lang.account.Field.sources, Page.Held.sources) ?><?cs
call:fact(Lang.account.Field.political, Page.Held.political) ?><?cs
call:fact(Lang.account.Field.occupation, Page.Held.occupation) ?><?cs
call:fact(Lang.account.Field.education, Page.Held.education) ?><?cs
call:fact(Lang.account.Field.ethnic, Page.Held.ethnic) ?><?cs
if:Page.Volunteer.backbone == #1 ?><div><dt><?cs var:Lang.account.backbone ?></dt><dd><?cs
var:Page.Volunteer.backbone_by ?> <?cs var:on(Page.Volunteer.backbone_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Worker.noted_at ?><div><dt><?cs var:Lang.account.worker ?></dt><dd><?cs var:Page.Worker.level ?><?cs
if:Page.Worker.ended == #1 ?> <b class="tag off"><?cs var:Lang.account.worker_ended ?></b><?cs /if ?></dd></div>
<?cs call:fact(Lang.account.Field.certificate_no, Page.Worker.certificate_no) ?><?cs
call:fact(Lang.account.Field.unit, Page.Worker.unit) ?><?cs
if:Page.Worker.valid_until ?><div><dt><?cs var:Lang.account.Field.valid_until ?></dt><dd><?cs var:on(Page.Worker.valid_until) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.account.worker_noted ?></dt><dd><?cs var:Page.Worker.noted_by ?> <?cs
var:on(Page.Worker.noted_at) ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.account.tags ?></h2>
<p class="soft"><?cs var:Lang.account.tags_about ?></p>
<?cs if:subcount(Page.Tags) ?><ul class="rows">
<?cs each:t = Page.Tags ?><li><span class="badge"><?cs var:t.tag ?></span><form class="end" method="post" action="/account/volunteers/<?cs
var:Page.Volunteer.no ?>/tag/drop"><?cs include!"token.cs" ?><input type="hidden" name="tag" value="<?cs
var:t.tag ?>"><button class="button bad" type="submit"><?cs
var:Lang.account.tag_drop ?><span class="hidden"> <?cs var:t.tag ?></span></button></form></li>
<?cs /each ?></ul>
<?cs /if ?><form class="filters" method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/tag" novalidate><?cs
include!"token.cs" ?>
<label for="f-tag"><?cs var:Lang.account.tag_new ?></label>
<input type="text" id="f-tag" name="tag" maxlength="20" value="<?cs var:Page.Form.tag ?>" placeholder="<?cs
var:Lang.account.Hint.tag ?>"><button class="button" type="submit"><?cs var:Lang.account.tag_add ?></button></form>
<?cs if:Page.Guardian.name ?><h2><?cs var:Lang.account.guardian ?></h2>
<dl class="facts">
<div><dt><?cs var:Lang.account.Field.guardian_name ?></dt><dd><?cs var:Page.Guardian.name ?></dd></div>
<div><dt><?cs var:Lang.account.guardian_relation ?></dt><dd><?cs var:Page.Guardian.relation ?></dd></div>
<div><dt><?cs var:Lang.account.guardian_phone ?></dt><dd><?cs var:Page.Guardian.phone ?></dd></div>
<?cs if:Page.Guardian.consent_at ?><div><dt><?cs var:Lang.account.guardian_at ?></dt><dd><?cs
var:at(Page.Guardian.consent_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:Page.Volunteer.state == "pending_guardian" ?>
<form method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/guardian"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.account.guardian_yes ?></button></form>
<?cs /if ?><?cs /if ?><?cs if:Page.Volunteer.minor ?><details<?cs if:subcount(Page.Errors) ?> open<?cs /if ?>><summary><?cs
var:Lang.account.guardian_new ?></summary>
<p><?cs var:Lang.account.guardian_new_about ?></p>
<form class="form" method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/guardian/new" novalidate><?cs
include!"token.cs" ?>
<?cs call:person("guardian_name", "required") ?><?cs call:tel("guardian_phone", "required") ?><?cs
call:text_short("guardian_relation", "required") ?><?cs call:text("reason", "required") ?><?cs set:At.wide = #1 ?><?cs
call:check("guardian_agrees", Lang.account.guardian_yes) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.account.guardian_new_save ?></button></p>
</form>
</details>
<?cs /if ?><h2><?cs var:Lang.account.hours_by ?></h2>
<dl class="facts">
<div><dt><?cs var:Lang.account.all_hours ?></dt><dd><b><?cs var:Page.Volunteer.Hours.minutes ?></b> <?cs var:Lang.Layout.hours ?></dd></div>
<?cs each:e = Lang.Evidence ?><div><dt><?cs var:e ?></dt><dd><?cs var:Page.Volunteer.Hours[name(e)] ?> <?cs
var:Lang.Layout.hours ?></dd></div>
<?cs /each ?><?cs if:Page.Volunteer.brought > 0 ?><div><dt><?cs var:Lang.account.brought ?></dt><dd><?cs
var:Page.Volunteer.Hours.brought ?> <?cs var:Lang.Layout.hours ?></dd></div>
<?cs /if ?></dl>
<h2><?cs var:Lang.account.records ?></h2>
<?cs if:subcount(Page.Records) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.account.records ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.account.Record.served_on ?></th><th scope="col"><?cs
var:Lang.account.Record.activity ?></th><th class="num" scope="col"><?cs
var:Lang.account.Record.minutes ?></th><th scope="col"><?cs var:Lang.account.Record.evidence ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Records ?><tr><td><?cs var:short(r.served_on) ?></td><td class="w"><a href="/activity/manage/<?cs
var:r.activity_no ?>"><?cs var:r.activity ?></a></td><td class="num"><?cs var:r.hours ?></td><td><?cs
var:Lang.Evidence[r.evidence] ?></td><td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.service_record[r.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<p><a href="/account/volunteers/<?cs var:Page.Volunteer.no ?>/records"><?cs var:Lang.account.records_all ?></a></p>
<?cs else ?><p class="empty"><?cs var:Lang.account.records_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Trainings) ?><h2><?cs var:Lang.account.file_trainings ?></h2>
<ul class="rows">
<?cs each:t = Page.Trainings ?><li><span><?cs var:on(t.starts_at) ?></span><a href="/training/manage/<?cs var:t.no ?>"><?cs
var:t.title ?></a><span><?cs var:t.hours ?> <?cs var:Lang.Layout.hours ?></span><b class="tag <?cs var:t.state ?> end"><?cs
var:Lang.State.enrolment[t.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Honours) ?><h2><?cs var:Lang.account.file_honours ?></h2>
<ul class="rows">
<?cs each:h = Page.Honours ?><li><span><?cs var:on(h.awarded_on) ?></span><span><?cs var:h.name ?></span><span><?cs
var:h.authority ?></span><b class="tag <?cs var:h.state ?> end"><?cs var:Lang.State.honour[h.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Absences) ?><h2><?cs var:Lang.account.no_shows ?></h2>
<ul class="rows">
<?cs each:n = Page.Absences ?><li><span><?cs var:on(n.day) ?></span><a href="/activity/manage/absences/<?cs
var:n.uid ?>"><?cs var:n.activity ?></a><b class="tag no_show <?cs var:n.state ?> end"><?cs
var:Lang.State.no_show[n.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Evaluations) ?><h2><?cs var:Lang.account.file_evaluations ?></h2>
<ul class="rows">
<?cs each:v = Page.Evaluations ?><li><span><?cs var:on(v.rated_on) ?></span><span><?cs var:v.activity ?></span><span><?cs
var:Lang.account.Score.a ?> <?cs var:v.score_a ?></span><span><?cs var:Lang.account.Score.b ?> <?cs var:v.score_b ?></span><span><?cs
var:Lang.account.Score.c ?> <?cs var:v.score_c ?></span><?cs if:string.length(v.words) ?><span><?cs var:v.words ?></span><?cs /if ?><?cs
if:v.staff ?><span class="end"><?cs var:v.staff ?></span><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"notes_of.cs" ?><?cs if:subcount(Page.Qualifications) ?><h2><?cs var:Lang.account.qualifications ?></h2>
<ul class="rows">
<?cs each:c = Page.Qualifications ?><li><span class="badge"><?cs var:c.name ?></span><span><?cs var:on(c.granted_on) ?></span><?cs
if:c.valid_until ?><span><?cs var:Lang.account.valid_until ?> <?cs var:on(c.valid_until) ?></span><?cs
else ?><span><?cs var:Lang.account.for_good ?></span><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.account.consents ?></h2>
<ul class="rows">
<?cs each:c = Page.Consents ?><li><span><?cs var:Lang.account.Purpose[c.purpose] ?></span><?cs
if:c.live ?><span><?cs var:at(c.given_at) ?> <?cs var:Lang.account.RegisteredBy[c.given_by] ?></span><b class="tag good end"><?cs
var:Lang.account.given ?></b><?cs elif:c.withdrawn_at ?><span><?cs var:at(c.withdrawn_at) ?></span><b class="tag off end"><?cs
var:Lang.account.withdrawn ?></b><?cs else ?><b class="tag off end"><?cs var:Lang.account.not_given ?></b><?cs /if ?></li>
<?cs /each ?></ul>
<?cs if:!Page.Unmasked ?><h2><?cs var:Lang.account.unmask ?></h2>
<p><?cs var:Lang.account.unmask_about ?></p>
<form class="form" method="post" action="/account/volunteers/<?cs var:Page.Volunteer.no ?>/unmask" novalidate><?cs include!"token.cs" ?>
<?cs call:text("purpose", "required") ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.account.unmask_button ?></button></p>
</form>
<?cs /if ?><?cs if:subcount(Page.Looked) ?><h2><?cs var:Lang.account.looked ?></h2>
<ul class="rows">
<?cs each:l = Page.Looked ?><li><?cs var:at(l.at) ?><span><?cs if:l.staff ?><?cs var:l.staff ?><?cs else ?><?cs
var:Lang.account.by_self ?><?cs /if ?></span><span><?cs if:l.changed ?><?cs var:Lang.account.ChangedField[l.field] ?><?cs
else ?><?cs var:Lang.account.LookedField[l.field] ?><?cs /if ?></span><span><?cs var:l.purpose ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
