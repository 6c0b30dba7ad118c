<?cs #
fields.cs - the fields of forms: label, hint, value and message. Comes after the head; the form, its token and its buttons
are plain HTML. Values are taken from Page.Form.NAME, messages from Page.Errors, labels from Lang.APP.Field.NAME or
Lang.Field.NAME, hints from Lang.APP.Hint.NAME or Lang.Hint.NAME, so that an ordinary field is one line:

	< ?cs include!"staff_head.cs" ? >< ?cs include!"fields.cs" ? >
	<form class="form" method="post" action="/needs/ledger/new" novalidate>< ?cs include!"token.cs" ? >
	< ?cs call:person("name", "optional") ? >< ?cs call:tel("phone", "optional") ? >
	< ?cs call:select("category", "required", Page.Category) ? >
	<p class="acts"><button class="button go" type="submit">< ?cs var:Lang.Layout.save ? ></button></p>
	</form>

need is "required" or "optional"; options is a list of {code, name, hint}, or words with their texts (Lang.X.Source)
text person tel idno code code_typed login password password_new number day time clock (name, need)
text_short(name, need)              a narrow one, for codes
textarea(name, need, rows)
select(name, need, options) radios(...) checks(...)     an option of the last two may carry a hint besides
check(name, text)                   one box, value 1; text "" takes the label
file(name, need, accept)
region(name, need, options)         a division, in steps or as it is typed (web/region_choice.h)
X_as(name, need, ..., label, hint)  with its own words: text_as person_as tel_as number_as day_as time_as textarea_as
                                    text_short_as code_typed_as select_as radios_as checks_as
filter_select(name, options) filter_text(name) filter_day(name, label)        for <form class="filters">
set:At.wide = #1                    before a field of a form of two columns: it takes both
set:At.begin = #1                   before a field: whoever comes to the page types there at once
set:At.chips = #1                   before choices: short ones, side by side
set:At.lines = #1                   before many long choices: one to a line, in a box that scrolls
set:At.together = #1                before a field: it stays on the page of the one before it (js/_survey.js)
set:At.must = #1                    before a field of a form in pages: it is answered before the next page comes
set:At.most = 3                     the same, of boxes: no more than these
set:At.minor = #1                   the same: shown only when the number of the document says that somebody is under age
set:At.when = "q3" At.is = "1,2"    the same: shown only while the field of that name has one of these values

The id of a field is f-NAME, of its message f-NAME-error; further boxes of a group are f-NAME-1 and so on. The browser may
fill in what people say about themselves, not what staff write about others: At.fill, which the head sets.
?><?cs

def:at(field, need, label, hint) ?><?cs
	set:At.label = label ?><?cs
	set:At.hint = hint ?><?cs
	set:At.error = "" ?><?cs
	set:At.optional = need == "optional" ?><?cs
	if:!string.length(label) ?><?cs if:string.length(Lang[Page.App].Field[field]) ?><?cs
		set:At.label = Lang[Page.App].Field[field] ?><?cs
		else ?><?cs set:At.label = Lang.Field[field] ?><?cs /if ?><?cs /if ?><?cs
	if:!string.length(hint) ?><?cs if:string.length(Lang[Page.App].Hint[field]) ?><?cs
		set:At.hint = Lang[Page.App].Hint[field] ?><?cs
		else ?><?cs set:At.hint = Lang.Hint[field] ?><?cs /if ?><?cs /if ?><?cs
	each:e = Page.Errors ?><?cs if:e.field == field && !At.error ?><?cs
		set:At.error = e.text ?><?cs /if ?><?cs /each ?><?cs
/def ?><?cs

def:at_class() ?> class="field<?cs if:At.error ?> wrong<?cs /if ?><?cs if:At.wide ?> whole<?cs /if ?>"<?cs
	if:At.together ?> data-together<?cs /if ?><?cs set:At.together = #0 ?><?cs set:At.wide = #0 ?><?cs
	if:At.must ?> data-must<?cs /if ?><?cs set:At.must = #0 ?><?cs
	if:At.most ?> data-most="<?cs var:At.most ?>"<?cs /if ?><?cs set:At.most = #0 ?><?cs
	if:At.minor ?> data-minor<?cs /if ?><?cs set:At.minor = #0 ?><?cs
	if:At.when ?> data-when="<?cs var:At.when ?>" data-is="<?cs var:At.is ?>"<?cs /if ?><?cs set:At.when = #0 ?><?cs
/def ?><?cs

def:at_label() ?><?cs var:At.label ?><?cs if:At.optional ?><i><?cs var:Lang.Layout.optional ?></i><?cs /if ?><?cs
/def ?><?cs

def:at_words(field) ?><?cs
	if:string.length(At.hint) ?><p class="hint" id="f-<?cs var:field ?>-hint"><?cs var:At.hint ?></p>
<?cs /if ?><?cs if:At.error ?><p class="error" id="f-<?cs var:field ?>-error"><?cs
	var:Lang.Layout.error ?><?cs var:At.error ?></p>
<?cs /if ?><?cs /def ?><?cs

def:at_described(field) ?><?cs if:string.length(At.hint) || At.error ?> aria-describedby="<?cs
	if:string.length(At.hint) ?>f-<?cs var:field ?>-hint<?cs /if ?><?cs
	if:string.length(At.hint) && At.error ?> <?cs /if ?><?cs
	if:At.error ?>f-<?cs var:field ?>-error<?cs /if ?>"<?cs /if ?><?cs
/def ?><?cs

def:at_names(field) ?> id="f-<?cs var:field ?>" name="<?cs var:field ?>"<?cs call:at_described(field) ?><?cs
	if:At.error ?> aria-invalid="true"<?cs /if ?><?cs if:At.begin ?> autofocus<?cs /if ?><?cs set:At.begin = #0 ?><?cs
/def ?><?cs

def:at_start(field, need, label, hint) ?><?cs call:at(field, need, label, hint) ?><div<?cs call:at_class() ?>>
<label for="f-<?cs var:field ?>"><?cs call:at_label() ?></label>
<?cs call:at_words(field) ?><?cs /def ?><?cs

def:input(field, need, type, mode, fill, width, label, hint) ?><?cs call:at_start(field, need, label, hint) ?><input<?cs
	if:string.length(width) ?> class="<?cs var:width ?>"<?cs /if ?> type="<?cs var:type ?>"<?cs call:at_names(field) ?><?cs
	if:string.length(mode) ?> inputmode="<?cs var:mode ?>"<?cs /if ?><?cs
	if:string.length(fill) ?> autocomplete="<?cs
		if:type != "password" && At.fill == "off" ?>off<?cs else ?><?cs var:fill ?><?cs /if ?>"<?cs /if ?><?cs
	if:type != "password" ?> value="<?cs var:Page.Form[field] ?>"<?cs /if ?>>
</div>
<?cs /def ?><?cs

def:text_as(field, need, label, hint) ?><?cs call:input(field, need, "text", "", "", "", label, hint) ?><?cs /def ?><?cs
def:text(field, need) ?><?cs call:input(field, need, "text", "", "", "", "", "") ?><?cs /def ?><?cs
def:text_short_as(field, need, label, hint) ?><?cs
	call:input(field, need, "text", "", "", "short", label, hint) ?><?cs /def ?><?cs
def:text_short(field, need) ?><?cs call:input(field, need, "text", "", "", "short", "", "") ?><?cs /def ?><?cs
def:person_as(field, need, label, hint) ?><?cs
	call:input(field, need, "text", "", "name", "name", label, hint) ?><?cs /def ?><?cs
def:person(field, need) ?><?cs call:input(field, need, "text", "", "name", "name", "", "") ?><?cs /def ?><?cs
def:tel_as(field, need, label, hint) ?><?cs call:input(field, need, "tel", "", "tel", "name", label, hint) ?><?cs /def ?><?cs
def:tel(field, need) ?><?cs call:input(field, need, "tel", "", "tel", "name", "", "") ?><?cs /def ?><?cs
def:idno(field, need) ?><?cs call:input(field, need, "text", "", "off", "name", "", "") ?><?cs /def ?><?cs
def:login(field, need) ?><?cs call:input(field, need, "text", "", "username", "name", "", "") ?><?cs /def ?><?cs
def:code(field, need) ?><?cs call:input(field, need, "text", "numeric", "one-time-code", "short", "", "") ?><?cs /def ?><?cs
def:code_typed_as(field, need, label, hint) ?><?cs call:input(field, need, "text", "", "off", "name", label, hint) ?><?cs /def ?><?cs
def:code_typed(field, need) ?><?cs call:code_typed_as(field, need, "", "") ?><?cs /def ?><?cs
def:password(field, need) ?><?cs
	call:input(field, need, "password", "", "current-password", "name", "", "") ?><?cs /def ?><?cs
def:password_new(field, need) ?><?cs
	call:input(field, need, "password", "", "new-password", "name", "", "") ?><?cs /def ?><?cs
def:number_as(field, need, label, hint) ?><?cs
	call:input(field, need, "text", "numeric", "", "short", label, hint) ?><?cs /def ?><?cs
def:number(field, need) ?><?cs call:input(field, need, "text", "numeric", "", "short", "", "") ?><?cs /def ?><?cs
def:day_as(field, need, label, hint) ?><?cs call:input(field, need, "date", "", "", "", label, hint) ?><?cs /def ?><?cs
def:day(field, need) ?><?cs call:input(field, need, "date", "", "", "", "", "") ?><?cs /def ?><?cs
def:time_as(field, need, label, hint) ?><?cs
	call:input(field, need, "datetime-local", "", "", "", label, hint) ?><?cs /def ?><?cs
def:time(field, need) ?><?cs call:input(field, need, "datetime-local", "", "", "", "", "") ?><?cs /def ?><?cs
def:clock(field, need) ?><?cs call:input(field, need, "time", "", "", "short", "", "") ?><?cs /def ?><?cs

def:textarea_as(field, need, rows, label, hint) ?><?cs call:at_start(field, need, label, hint) ?><textarea<?cs
	call:at_names(field) ?> rows="<?cs var:rows ?>">
<?cs var:Page.Form[field] ?></textarea>
</div>
<?cs /def ?><?cs
def:textarea(field, need, rows) ?><?cs call:textarea_as(field, need, rows, "", "") ?><?cs /def ?><?cs

# One list of options serves two shapes: rows {code, name} of a query, and words with their texts in a language file.
?><?cs
def:options(list, now) ?><?cs each:o = list ?><?cs
	if:?o.code ?><option value="<?cs var:o.code ?>"<?cs if:now == o.code ?> selected<?cs /if ?>><?cs var:o.name ?><?cs
	if:At.hints && ?o.hint ?><?cs var:Lang.Layout.also ?><?cs var:o.hint ?><?cs var:Lang.Layout.also_end ?><?cs /if ?></option>
<?cs else ?><option value="<?cs var:name(o) ?>"<?cs if:now == name(o) ?> selected<?cs /if ?>><?cs var:o ?></option>
<?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:select_as(field, need, list, label, hint) ?><?cs call:at_start(field, need, label, hint) ?><select<?cs
	call:at_names(field) ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs set:At.hints = #1 ?><?cs call:options(list, Page.Form[field]) ?><?cs set:At.hints = #0 ?></select>
</div>
<?cs /def ?><?cs
def:select(field, need, list) ?><?cs call:select_as(field, need, list, "", "") ?><?cs /def ?><?cs

# Divisions in their groups; the button goes one step down and comes back with the rest of the form as it is.
?><?cs
def:region(field, need, list) ?><?cs call:at_start(field, need, "", "") ?><div class="region" data-near="<?cs
	var:Page.RegionAt[field].near ?>" data-find="<?cs var:Lang.Region.find ?>" data-none="<?cs
	var:Lang.Region.none ?>"<?cs
	each:g = Lang.Region.Group ?> data-<?cs var:name(g) ?>="<?cs var:g ?>"<?cs /each ?>><?cs
	if:Page.RegionAt[field].name ?><p class="chosen"><?cs var:Page.RegionAt[field].name ?></p>
<?cs /if ?><select<?cs call:at_names(field) ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs set:At.now = "" ?><?cs each:o = list ?><?cs if:o.group != At.now ?><?cs
	if:At.now != "" ?></optgroup>
<?cs /if ?><?cs set:At.now = o.group ?><optgroup label="<?cs var:Lang.Region.Group[o.group] ?>"><?cs /if ?><option value="<?cs
	var:o.code ?>"<?cs if:Page.Form[field] == o.code ?> selected<?cs /if ?>><?cs var:o.name ?></option>
<?cs /each ?><?cs if:At.now != "" ?></optgroup>
<?cs /if ?></select><button class="second button" type="submit" name="<?cs var:field ?>_step" value="1" formnovalidate><?cs
	var:Lang.Region.step ?></button></div>
</div>
<?cs /def ?><?cs

# A box and its words; the whole of it can be pressed. The first of a group bears the field's id, so that the error summary
# leads to it.
?><?cs
def:box(type, field, id, code, text, hint, ticked) ?><label class="choice"><input type="<?cs var:type ?>" id="f-<?cs
	var:id ?>" name="<?cs var:field ?>" value="<?cs var:code ?>"<?cs if:ticked ?> checked<?cs /if ?>><span><?cs
	var:text ?><?cs if:string.length(hint) ?><small><?cs var:hint ?></small><?cs /if ?></span></label>
<?cs /def ?><?cs

def:group_start(field, need, label, hint) ?><?cs call:at(field, need, label, hint) ?><fieldset<?cs
	call:at_class() ?><?cs call:at_described(field) ?>>
<legend><?cs call:at_label() ?></legend>
<?cs call:at_words(field) ?><div class="choices<?cs if:At.chips ?> chips<?cs /if ?><?cs if:At.lines ?> lines box<?cs /if ?>">
<?cs set:At.chips = #0 ?><?cs set:At.lines = #0 ?><?cs /def ?><?cs
def:group_end() ?></div>
</fieldset>
<?cs /def ?><?cs

def:boxes(type, field, list) ?><?cs each:o = list ?><?cs
	set:At.id = field ?><?cs if:!first(o) ?><?cs set:At.id = field + "-" + name(o) ?><?cs /if ?><?cs
	set:At.code = name(o) ?><?cs set:At.text = o ?><?cs
	if:?o.code ?><?cs set:At.code = o.code ?><?cs set:At.text = o.name ?><?cs /if ?><?cs
	set:At.ticked = Page.Form[field] == At.code ?><?cs
	each:v = Page.Form[field] ?><?cs if:v == At.code ?><?cs set:At.ticked = #1 ?><?cs /if ?><?cs /each ?><?cs
	call:box(type, field, At.id, At.code, At.text, o.hint, At.ticked) ?><?cs /each ?><?cs /def ?><?cs

def:radios_as(field, need, list, label, hint) ?><?cs call:group_start(field, need, label, hint) ?><?cs
	call:boxes("radio", field, list) ?><?cs call:group_end() ?><?cs /def ?><?cs
def:radios(field, need, list) ?><?cs call:radios_as(field, need, list, "", "") ?><?cs /def ?><?cs
def:checks_as(field, need, list, label, hint) ?><?cs call:group_start(field, need, label, hint) ?><?cs
	call:boxes("checkbox", field, list) ?><?cs call:group_end() ?><?cs /def ?><?cs
def:checks(field, need, list) ?><?cs call:checks_as(field, need, list, "", "") ?><?cs /def ?><?cs

def:check(field, text) ?><?cs call:at(field, "required", text, "") ?><div<?cs call:at_class() ?>>
<?cs if:At.error ?><p class="error" id="f-<?cs var:field ?>-error"><?cs var:Lang.Layout.error ?><?cs
	var:At.error ?></p>
<?cs /if ?><?cs call:box("checkbox", field, field, "1", At.label, At.hint, Page.Form[field]) ?></div>
<?cs /def ?><?cs

def:file(field, need, accept) ?><?cs call:at_start(field, need, "", "") ?><input type="file"<?cs
	call:at_names(field) ?> accept="<?cs var:accept ?>">
</div>
<?cs /def ?><?cs

# What is set stands under Page.List.Filter.NAME.value, or Page.Filter.NAME where a list is not declared. Where a form's label reads ill
# behind "all of", Lang.PROGRAM.Filter.NAME is the word of the filter.
?><?cs
def:filter_select(field, list) ?><?cs call:at(field, "", Lang[Page.App].Filter[field], "") ?><?cs set:At.now = Page.Filter[field] ?><?cs
	if:?Page.List.Filter[field].value ?><?cs set:At.now = Page.List.Filter[field].value ?><?cs /if ?><select name="<?cs
	var:field ?>" aria-label="<?cs var:At.label ?>">
<option value=""><?cs var:Lang.Frame.all_of ?><?cs var:At.label ?></option>
<?cs call:options(list, At.now) ?></select>
<?cs /def ?><?cs

def:filter_input(field, type, label) ?><?cs call:at(field, "", label, "") ?><?cs set:At.now = Page.Filter[field] ?><?cs
	if:?Page.List.Filter[field].value ?><?cs set:At.now = Page.List.Filter[field].value ?><?cs /if ?><?cs
	if:field == "q" && ?Page.List.q ?><?cs set:At.now = Page.List.q ?><?cs /if ?><label for="filter-<?cs var:field ?>"<?cs
	if:type == "search" ?> class="hidden"<?cs /if ?>><?cs var:At.label ?></label>
<input type="<?cs var:type ?>" id="filter-<?cs var:field ?>" name="<?cs var:field ?>" value="<?cs var:At.now ?>"<?cs
	if:type == "search" ?> maxlength="64" placeholder="<?cs var:At.label ?>"<?cs /if ?>>
<?cs /def ?><?cs
def:filter_text(field) ?><?cs call:filter_input(field, "search", "") ?><?cs /def ?><?cs
def:filter_day(field, label) ?><?cs call:filter_input(field, "date", label) ?><?cs /def ?>
