<?cs set:Title = Lang.training.roll ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs

# Cells of the table of results: each box has the person's name for those who hear it.
?><?cs
def:cell_names(field, label) ?> id="f-<?cs var:field ?>" name="<?cs var:field ?>" aria-label="<?cs var:label ?>"<?cs
	if:Page.Error[field] ?> aria-invalid="true"<?cs /if ?><?cs /def ?><?cs
def:cell_text(field, value, mode, width, label) ?><td><input class="<?cs var:width ?>" type="text"<?cs
	if:string.length(mode) ?> inputmode="<?cs var:mode ?>"<?cs /if ?> autocomplete="off"<?cs
	call:cell_names(field, label) ?> value="<?cs var:value ?>"></td><?cs /def ?><?cs
def:cell_select(field, value, list, label) ?><td><select<?cs call:cell_names(field, label) ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs call:options(list, value) ?></select></td><?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/training/manage"><?cs var:Lang.training.manage ?></a> › <a href="/training/manage/<?cs
var:Page.Training.no ?>"><?cs var:Page.Training.no ?></a> › <?cs var:Lang.training.roll ?></p>
<h1><?cs var:Lang.training.roll ?> <?cs var:Page.Training.title ?></h1>
<b class="tag <?cs var:Page.Training.state ?>"><?cs var:Lang.State.training[Page.Training.state] ?></b>
<p class="acts"><?cs if:Page.Training.state == "published" || Page.Training.state == "running" ?><a class="button"
href="/training/manage/<?cs var:Page.Training.no ?>/code"><?cs var:Lang.training.code ?></a> <?cs /if ?><a
class="button" href="/training/manage/<?cs var:Page.Training.no ?>/sheet"><?cs var:Lang.training.sheet ?></a></p>
</div>
<?cs include!"refused.cs" ?>
<?cs if:!subcount(Page.Rows) ?><p class="empty"><?cs var:Lang.training.roll_empty ?></p>
<?cs /if ?><?cs if:Page.Training.state == "running" && Page.Markable ?><h2><?cs var:Lang.training.present_title ?> <small><?cs
var:Lang.training.present_about ?></small></h2>
<form method="post" action="/training/manage/<?cs var:Page.Training.no ?>/present"><?cs include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.training.present_title ?></caption>
<thead><tr><th class="tick" scope="col"><input class="js-only" type="checkbox" data-check-all="who" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></th><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.training.Field.volunteer_no ?></th><th scope="col"><?cs var:Lang.Field.sex ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th><th scope="col"><?cs var:Lang.training.present_at ?></th></tr></thead>
<tbody>
<?cs set:At.id = "who" ?><?cs each:r = Page.Rows ?><?cs if:r.state == "enrolled" || r.state == "present" ?><tr>
<td class="tick"><input type="checkbox" id="f-<?cs var:At.id ?>" name="who" value="<?cs var:r.ref ?>" aria-label="<?cs
var:r.name ?>"></td><td><?cs var:r.name ?></td><td><?cs
var:r.volunteer_no ?></td><td><?cs var:r.sex ?></td><td><b class="tag <?cs var:r.state ?>"><?cs
var:Lang.State.enrolment[r.state] ?></b></td><td><?cs if:r.present_at ?><?cs var:hour(r.present_at) ?><?cs /if ?></td></tr>
<?cs set:At.id = "who-" + name(r) ?><?cs /if ?><?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span>
<button class="button go" type="submit" data-key="a"><?cs var:Lang.training.mark_present ?></button>
<button class="button" type="submit" name="undo" value="yes"><?cs var:Lang.training.mark_undo ?></button></div>
</form>
<?cs /if ?><?cs if:(Page.Training.state == "running" || Page.Training.state == "finished") && Page.Settleable ?><h2><?cs
var:Lang.training.results ?> <small><?cs if:Page.Training.pass_score ?><?cs var:Lang.training.results_score ?> <?cs
var:Page.Training.pass_score ?><?cs else ?><?cs var:Lang.training.results_about ?><?cs /if ?></small></h2>
<form method="post" action="/training/manage/<?cs var:Page.Training.no ?>/result" novalidate><?cs include!"token.cs" ?>
<div class="scroll"><table class="list roomy">
<caption class="hidden"><?cs var:Lang.training.results ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.training.Field.volunteer_no ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><th scope="col"><?cs
var:Lang.training.result ?></th><th scope="col"><?cs var:Lang.training.score ?></th><th scope="col"><?cs
var:Lang.Layout.reason ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><?cs if:r.state == "present" || r.state == "passed" || r.state == "failed" ?><tr><td><?cs
var:r.name ?></td><td><?cs var:r.volunteer_no ?></td><td><b class="tag <?cs var:r.state ?>"><?cs
var:Lang.State.enrolment[r.state] ?></b></td><?cs
call:cell_select("result_" + r.ref, r.in_result, Lang.training.Result, r.name + " " + Lang.training.result) ?><?cs
call:cell_text("score_" + r.ref, r.in_score, "numeric", "short", r.name + " " + Lang.training.score) ?><?cs
call:cell_text("reason_" + r.ref, r.in_reason, "", "name", r.name + " " + Lang.Layout.reason) ?></tr>
<?cs /if ?><?cs /each ?></tbody>
</table></div>
<div class="foot"><button class="button go" type="submit"><?cs var:Lang.training.save_results ?></button></div>
</form>
<?cs /if ?><?cs if:Page.Training.state == "published" && subcount(Page.Rows) ?><div class="scroll" tabindex="0" role="region"
aria-label="<?cs var:Lang.training.roll ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.training.roll ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Field.name ?></th><th scope="col"><?cs
var:Lang.training.Field.volunteer_no ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><th class="num" scope="col"><?cs
var:Lang.training.place_in_line ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Rows ?><tr><td><?cs var:r.name ?></td><td><?cs var:r.volunteer_no ?></td><td><b class="tag <?cs
var:r.state ?>"><?cs var:Lang.State.enrolment[r.state] ?></b></td><td class="num"><?cs var:r.line_no ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs if:Page.Training.state == "published" || Page.Training.state == "running" ?><div class="two no-print">
<section>
<h2><?cs var:Lang.training.desk_enrol ?></h2>
<form class="form" method="post" action="/training/manage/<?cs var:Page.Training.no ?>/enrol" novalidate><?cs include!"token.cs" ?>
<?cs call:text_short("volunteer_no", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.training.desk_enrol ?></button></p>
</form>
</section>
<?cs if:subcount(Page.Rows) ?><section>
<h2><?cs var:Lang.training.remove ?></h2>
<form class="form" method="post" action="/training/manage/<?cs var:Page.Training.no ?>/remove" novalidate><?cs include!"token.cs" ?>
<?cs call:at_start("ref", "required", "", "") ?><select<?cs call:at_names("ref") ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs each:r = Page.Rows ?><?cs if:r.state == "enrolled" || r.state == "waiting" ?><option value="<?cs var:r.ref ?>"<?cs
if:r.ref == Page.Form.ref ?> selected<?cs /if ?>><?cs var:r.name ?> <?cs var:r.volunteer_no ?></option>
<?cs /if ?><?cs /each ?></select>
</div>
<?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.training.remove ?></button></p>
</form>
</section>
<?cs /if ?></div>
<?cs /if ?><?cs include!"asked.cs" ?><?cs include!"staff_foot.cs" ?>
