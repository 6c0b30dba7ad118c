<?cs #
_question.cs - the fields of a survey's question. Comes after fields.cs:

question(n)   a question as put_questions() gives it, with its section's heading; Page.Form holds what was answered
?><?cs

def:rank_as(n, need) ?><?cs call:group_start(n.field, need, n.title, n.hint) ?><?cs each:c = n.Choices ?><?cs
	set:At.id = c.field ?><?cs if:first(c) ?><?cs set:At.id = n.field ?><?cs /if ?><label class="rank"><span><?cs
	var:c.name ?></span><select id="f-<?cs
	var:At.id ?>" name="<?cs var:c.field ?>"><option value=""><?cs var:Lang.needs.no_rank ?></option>
<?cs call:options(n.Ranks, Page.Form[c.field]) ?></select></label>
<?cs /each ?><?cs call:group_end() ?><?cs /def ?><?cs

def:matrix_row(n, r) ?><?cs set:At.error = "" ?><?cs each:e = Page.Errors ?><?cs if:e.field == r.field && !At.error ?><?cs
	set:At.error = e.text ?><?cs /if ?><?cs /each ?><fieldset class="row<?cs if:At.error ?> wrong<?cs /if ?>">
<legend><?cs var:r.name ?></legend>
<?cs if:At.error ?><p class="error" id="f-<?cs var:r.field ?>-error"><?cs var:Lang.Layout.error ?><?cs var:At.error ?></p>
<?cs /if ?><div class="choices chips">
<?cs call:boxes("radio", r.field, n.Choices) ?></div>
</fieldset>
<?cs /def ?><?cs

def:matrix_as(n, need) ?><?cs call:at(n.field, need, n.title, n.hint) ?><fieldset<?cs call:at_class() ?><?cs call:at_described(n.field) ?>>
<legend><?cs call:at_label() ?></legend>
<?cs call:at_words(n.field) ?><?cs each:r = n.Rows ?><?cs call:matrix_row(n, r) ?><?cs /each ?></fieldset>
<?cs /def ?><?cs

def:question(n) ?><?cs set:At.said = n.hint ?><?cs if:n.kind == "multi" && !string.length(n.hint) ?><?cs
	if:n.max_choices ?><?cs set:At.said = Lang.needs.multi_most + n.max_choices + Lang.needs.multi_unit ?><?cs
	else ?><?cs set:At.said = Lang.needs.multi_hint ?><?cs /if ?><?cs /if ?><?cs if:n.section ?><h2 class="section"><?cs var:n.section ?></h2>
<?cs /if ?><?cs set:At.need = "optional" ?><?cs if:n.required == #1 ?><?cs set:At.need = "required" ?><?cs
	set:At.must = #1 ?><?cs /if ?><?cs if:n.if_words ?><?cs set:At.when = "q" + n.if_place ?><?cs set:At.is = n.if_choices ?><?cs
	/if ?><?cs set:At.most = n.max_choices ?><?cs
	if:n.kind == "single" || n.kind == "scale" ?><?cs call:radios_as(n.field, At.need, n.Choices, n.title, n.hint) ?><?cs
	elif:n.kind == "multi" ?><?cs call:checks_as(n.field, At.need, n.Choices, n.title, At.said) ?><?cs
	elif:n.kind == "rank" ?><?cs set:At.most = #0 ?><?cs call:rank_as(n, At.need) ?><?cs
	elif:n.kind == "matrix" ?><?cs call:matrix_as(n, At.need) ?><?cs
	elif:n.kind == "number" ?><?cs call:number_as(n.field, At.need, n.title, n.hint) ?><?cs
	elif:n.kind == "date" ?><?cs call:day_as(n.field, At.need, n.title, n.hint) ?><?cs
	elif:n.phone ?><?cs call:tel_as(n.field, At.need, n.title, n.hint) ?><?cs
	elif:n.name ?><?cs call:person_as(n.field, At.need, n.title, n.hint) ?><?cs
	else ?><?cs call:textarea_as(n.field, At.need, "4", n.title, n.hint) ?><?cs /if ?><?cs
	if:n.consent ?><?cs set:At.together = #1 ?><?cs set:At.when = #0 ?><?cs call:check("consent", Lang.needs.contact_ok) ?><?cs /if ?><?cs
/def ?>
