<?cs #
form.cs - every form is made of these; nobody writes form markup twice. Comes with layout.cs. Values are taken from
Page.Form.NAME, messages from Page.Errors, labels from Lang.APP.Field.NAME or Lang.Field.NAME, hints from
Lang.APP.Hint.NAME or Lang.Hint.NAME, so that an ordinary field is one line:

	< ?cs call:form_start("/needs/order") ? >
	< ?cs call:person("name", "required") ? >< ?cs call:tel("phone", "optional") ? >
	< ?cs call:radios("category", "required", Page.Category) ? >
	< ?cs call:submit(Lang.Layout.send) ? >< ?cs call:form_end() ? >

form_start(action)                  POST; csrf and key are put in. "" posts to the page's own address
form_start_file(action)             the same with files
form_end()
hidden(name, value)
section(text)                       heading of a part of a long form
error_summary()                     title() of layout.cs calls it
text(name, need)                    need is "required" or "optional"
text_short(name, need)              a narrow one, for codes
person(name, need)                  a person's name
tel(name, need) idno(name, need) code(name, need)      code: one-time codes, paste and fill-in allowed
login(name, need) password(name, need) password_new(name, need)
number(name, need)                  whole number
day(name, need)                     YYYY-MM-DD
time(name, need) clock(name, need)  YYYY-MM-DDTHH:MM (DATE_FORMAT '%Y-%m-%dT%H:%i'; old phones take no blank); HH:MM
textarea(name, need, rows)
select(name, need, options)         options: a list of {code, name}, or words with texts (Lang.X.Source)
radios(name, need, options)         an option may carry a hint besides
checks(name, need, options)         several; ticked is each value under Page.Form.NAME.0, .1 ...
check(name, text)                   one box, value 1; text "" takes the label
file(name, need, accept)
X_as(name, need, ..., label, hint)  each of them with its own words: text_as(name, need, label, hint) tel_as number_as
                                    textarea_as(name, need, rows, label, hint) select_as radios_as checks_as(..., options, label, hint)
submit(text) submit_second(text) submit_warn(text)
submit_named(name, value, text)     a second button of the same form, which tells what was meant
act(action, text) act_second(...) act_warn(...)        a form of one button: one step of a state machine
act_with(action, name, value, text)             the same with one hidden value

The id of a field is f-NAME, of its message f-NAME-error; further boxes of a group are f-NAME-1 and so on.
?><?cs

def:form_token() ?><?cs if:Page.Csrf ?><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><?cs /if ?><?cs
	if:Page.Key ?><input type="hidden" name="key" value="<?cs var:Page.Key ?>"><?cs /if ?>
<?cs /def ?><?cs

def:form_start(action) ?><form method="post"<?cs if:string.length(action) ?> action="<?cs var:url_validate(action) ?>"<?cs /if ?> novalidate>
<?cs call:form_token() ?><?cs /def ?><?cs

def:form_start_file(action) ?><form method="post" enctype="multipart/form-data"<?cs if:string.length(action) ?> action="<?cs
	var:url_validate(action) ?>"<?cs /if ?> novalidate>
<?cs call:form_token() ?><?cs /def ?><?cs

def:form_end() ?></form>
<?cs /def ?><?cs

def:hidden(field, value) ?><input type="hidden" name="<?cs var:field ?>" value="<?cs var:value ?>">
<?cs /def ?><?cs

def:section(text) ?><h2 class="<?cs var:Look.h2 ?>"><?cs var:text ?></h2>
<?cs /def ?><?cs

def:error_summary() ?><?cs if:subcount(Page.Errors) ?><div class="<?cs var:Look.summary ?>">
<div role="alert"><h2 class="<?cs var:Look.summary ?>__title"><?cs var:Lang.Layout.errors_before ?> <?cs
	var:subcount(Page.Errors) ?> <?cs var:Lang.Layout.errors_after ?></h2>
<div class="<?cs var:Look.summary ?>__body"><ul class="<?cs var:Look.summary ?>__list">
<?cs each:e = Page.Errors ?><li><?cs if:e.field ?><a href="#f-<?cs var:e.field ?>"><?cs var:e.text ?></a><?cs
	else ?><?cs var:e.text ?><?cs /if ?></li>
<?cs /each ?></ul></div></div></div>
<?cs /if ?><?cs /def ?><?cs

# Works out what belongs to one field into At.*, for the macros below.
?><?cs
def:at(field, need, label, hint) ?><?cs
	set:At.field = field ?><?cs
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
	each:e = Page.Errors ?><?cs if:e.field == field && !string.length(At.error) ?><?cs
		set:At.error = e.text ?><?cs /if ?><?cs /each ?><?cs
/def ?><?cs

def:at_open() ?><div class="<?cs if:string.length(At.error) ?><?cs var:Look.group_error ?><?cs else ?><?cs
	var:Look.group ?><?cs /if ?>">
<?cs /def ?><?cs

def:at_label_text() ?><?cs var:At.label ?><?cs if:At.optional ?><span class="zyz-optional"><?cs
	var:Lang.Layout.optional ?></span><?cs /if ?><?cs /def ?><?cs

def:at_hint() ?><?cs if:string.length(At.hint) ?><div class="<?cs var:Look.hint ?>" id="f-<?cs var:At.field ?>-hint"><?cs
	var:At.hint ?></div>
<?cs /if ?><?cs if:string.length(At.error) ?><p class="<?cs var:Look.error ?>" id="f-<?cs var:At.field ?>-error"><span class="<?cs
	var:Look.hidden ?>"><?cs var:Lang.Layout.error ?></span><?cs var:At.error ?></p>
<?cs /if ?><?cs /def ?><?cs

def:at_described() ?><?cs if:string.length(At.hint) || string.length(At.error) ?> aria-describedby="<?cs
	if:string.length(At.hint) ?>f-<?cs var:At.field ?>-hint<?cs /if ?><?cs
	if:string.length(At.hint) && string.length(At.error) ?> <?cs /if ?><?cs
	if:string.length(At.error) ?>f-<?cs var:At.field ?>-error<?cs /if ?>"<?cs /if ?><?cs /def ?><?cs

def:at_start() ?><?cs call:at_open() ?><label class="<?cs var:Look.label ?>" for="f-<?cs var:At.field ?>"><?cs
	call:at_label_text() ?></label>
<?cs call:at_hint() ?><?cs /def ?><?cs

def:at_names() ?> id="f-<?cs var:At.field ?>" name="<?cs var:At.field ?>"<?cs call:at_described() ?><?cs
	if:string.length(At.error) ?> aria-invalid="true"<?cs /if ?><?cs /def ?><?cs

# width is a modifier of ours: full, name, short, day. The browser may fill in what people say about themselves, but not
# what staff write about others: fill is honoured in care looks only, always means both.
?><?cs
def:input(field, need, type, mode, fill, width, label, hint) ?><?cs call:at(field, need, label, hint) ?><?cs
	call:at_start() ?><input class="<?cs if:string.length(At.error) ?><?cs var:Look.input_error ?><?cs else ?><?cs
	var:Look.input ?><?cs /if ?> zyz-width-<?cs var:width ?>" type="<?cs var:type ?>"<?cs call:at_names() ?><?cs
	if:string.length(mode) ?> inputmode="<?cs var:mode ?>"<?cs /if ?><?cs
	if:string.length(fill) ?> autocomplete="<?cs if:Look.kind == "staff" && type != "password" ?>off<?cs
		else ?><?cs var:fill ?><?cs /if ?>"<?cs /if ?><?cs
	if:type != "password" ?> value="<?cs var:Page.Form[field] ?>"<?cs /if ?>></div>
<?cs /def ?><?cs

def:text_as(field, need, label, hint) ?><?cs call:input(field, need, "text", "", "", "full", label, hint) ?><?cs /def ?><?cs
def:text(field, need) ?><?cs call:text_as(field, need, "", "") ?><?cs /def ?><?cs
def:text_short_as(field, need, label, hint) ?><?cs
	call:input(field, need, "text", "", "", "short", label, hint) ?><?cs /def ?><?cs
def:text_short(field, need) ?><?cs call:text_short_as(field, need, "", "") ?><?cs /def ?><?cs
def:person_as(field, need, label, hint) ?><?cs
	call:input(field, need, "text", "", "name", "name", label, hint) ?><?cs /def ?><?cs
def:person(field, need) ?><?cs call:person_as(field, need, "", "") ?><?cs /def ?><?cs
def:tel_as(field, need, label, hint) ?><?cs
	call:input(field, need, "tel", "", "tel", "name", label, hint) ?><?cs /def ?><?cs
def:tel(field, need) ?><?cs call:tel_as(field, need, "", "") ?><?cs /def ?><?cs
def:idno(field, need) ?><?cs call:input(field, need, "text", "", "off", "name", "", "") ?><?cs /def ?><?cs
def:login(field, need) ?><?cs call:input(field, need, "text", "", "username", "name", "", "") ?><?cs /def ?><?cs
def:code(field, need) ?><?cs
	call:input(field, need, "text", "numeric", "one-time-code", "short", "", "") ?><?cs /def ?><?cs
def:password(field, need) ?><?cs
	call:input(field, need, "password", "", "current-password", "name", "", "") ?><?cs /def ?><?cs
def:password_new(field, need) ?><?cs
	call:input(field, need, "password", "", "new-password", "name", "", "") ?><?cs /def ?><?cs
def:number_as(field, need, label, hint) ?><?cs
	call:input(field, need, "text", "numeric", "", "short", label, hint) ?><?cs /def ?><?cs
def:number(field, need) ?><?cs call:number_as(field, need, "", "") ?><?cs /def ?><?cs
def:day_as(field, need, label, hint) ?><?cs call:input(field, need, "date", "", "", "day", label, hint) ?><?cs /def ?><?cs
def:day(field, need) ?><?cs call:day_as(field, need, "", "") ?><?cs /def ?><?cs
def:time_as(field, need, label, hint) ?><?cs
	call:input(field, need, "datetime-local", "", "", "time", label, hint) ?><?cs /def ?><?cs
def:time(field, need) ?><?cs call:time_as(field, need, "", "") ?><?cs /def ?><?cs
def:clock(field, need) ?><?cs call:input(field, need, "time", "", "", "short", "", "") ?><?cs /def ?><?cs

def:textarea_as(field, need, rows, label, hint) ?><?cs call:at(field, need, label, hint) ?><?cs
	call:at_start() ?><textarea class="<?cs var:Look.textarea ?><?cs
	if:string.length(At.error) ?> <?cs var:Look.textarea ?>--error<?cs /if ?>"<?cs
	call:at_names() ?> rows="<?cs var:rows ?>">
<?cs var:Page.Form[field] ?></textarea></div>
<?cs /def ?><?cs
def:textarea(field, need, rows) ?><?cs call:textarea_as(field, need, rows, "", "") ?><?cs /def ?><?cs

# One list of options serves two shapes: rows {code, name} of a query, and words with their texts in a language file.
?><?cs
def:option(code, text, now) ?><option value="<?cs var:code ?>"<?cs if:now == code ?> selected<?cs /if ?>><?cs
	var:text ?></option>
<?cs /def ?><?cs

def:select_options(options, now) ?><?cs each:o = options ?><?cs
	if:?o.code ?><?cs call:option(o.code, o.name, now) ?><?cs
	else ?><?cs call:option(name(o), o, now) ?><?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:select_as(field, need, options, label, hint) ?><?cs call:at(field, need, label, hint) ?><?cs
	call:at_start() ?><select class="<?cs var:Look.select ?><?cs
	if:string.length(At.error) ?> <?cs var:Look.select ?>--error<?cs /if ?>"<?cs call:at_names() ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs call:select_options(options, Page.Form[field]) ?></select></div>
<?cs /def ?><?cs
def:select(field, need, options) ?><?cs call:select_as(field, need, options, "", "") ?><?cs /def ?><?cs

def:group_start() ?><?cs call:at_open() ?><fieldset class="<?cs var:Look.fieldset ?>"<?cs call:at_described() ?>>
<legend class="<?cs var:Look.legend ?>"><?cs call:at_label_text() ?></legend>
<?cs call:at_hint() ?><?cs /def ?><?cs

# id: the first box bears the field's id, so that the error summary leads to it.
?><?cs
def:box(class, type, field, id, code, text, hint, ticked) ?><div class="<?cs var:class ?>__item"><input class="<?cs
	var:class ?>__input" type="<?cs var:type ?>" id="f-<?cs var:id ?>" name="<?cs var:field ?>" value="<?cs var:code ?>"<?cs
	if:ticked ?> checked<?cs /if ?><?cs if:string.length(hint) ?> aria-describedby="f-<?cs var:id ?>-about"<?cs /if ?>><label class="<?cs
	var:Look.label ?> <?cs var:class ?>__label" for="f-<?cs var:id ?>"><?cs var:text ?></label><?cs
	if:string.length(hint) ?><div class="<?cs var:Look.hint ?> <?cs var:class ?>__hint" id="f-<?cs var:id ?>-about"><?cs
	var:hint ?></div><?cs /if ?></div>
<?cs /def ?><?cs

def:radio(field, id, code, text, hint) ?><?cs
	call:box(Look.radios, "radio", field, id, code, text, hint, Page.Form[field] == code) ?><?cs /def ?><?cs

def:radio_options(field, options) ?><?cs each:o = options ?><?cs
	set:At.id = field ?><?cs if:!first(o) ?><?cs set:At.id = field + "-" + name(o) ?><?cs /if ?><?cs
	if:?o.code ?><?cs call:radio(field, At.id, o.code, o.name, o.hint) ?><?cs
	else ?><?cs call:radio(field, At.id, name(o), o, "") ?><?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:radios_as(field, need, options, label, hint) ?><?cs call:at(field, need, label, hint) ?><?cs
	call:group_start() ?><div class="<?cs var:Look.radios ?>">
<?cs call:radio_options(field, options) ?></div></fieldset></div>
<?cs /def ?><?cs
def:radios(field, need, options) ?><?cs call:radios_as(field, need, options, "", "") ?><?cs /def ?><?cs

# A repeated field keeps what was ticked as children; a single value is taken as well.
?><?cs
def:checkbox(field, id, code, text, hint) ?><?cs set:At.ticked = Page.Form[field] == code ?><?cs
	each:v = Page.Form[field] ?><?cs if:v == code ?><?cs set:At.ticked = #1 ?><?cs /if ?><?cs /each ?><?cs
	call:box(Look.checks, "checkbox", field, id, code, text, hint, At.ticked) ?><?cs /def ?><?cs

def:check_options(field, options) ?><?cs each:o = options ?><?cs
	set:At.id = field ?><?cs if:!first(o) ?><?cs set:At.id = field + "-" + name(o) ?><?cs /if ?><?cs
	if:?o.code ?><?cs call:checkbox(field, At.id, o.code, o.name, o.hint) ?><?cs
	else ?><?cs call:checkbox(field, At.id, name(o), o, "") ?><?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:checks_as(field, need, options, label, hint) ?><?cs call:at(field, need, label, hint) ?><?cs
	call:group_start() ?><div class="<?cs var:Look.checks ?>">
<?cs call:check_options(field, options) ?></div></fieldset></div>
<?cs /def ?><?cs
def:checks(field, need, options) ?><?cs call:checks_as(field, need, options, "", "") ?><?cs /def ?><?cs

def:check(field, text) ?><?cs call:at(field, "required", text, "") ?><?cs
	call:at_open() ?><?cs if:string.length(At.error) ?><p class="<?cs var:Look.error ?>" id="f-<?cs
	var:At.field ?>-error"><span class="<?cs var:Look.hidden ?>"><?cs var:Lang.Layout.error ?></span><?cs
	var:At.error ?></p>
<?cs /if ?><div class="<?cs var:Look.checks ?>">
<?cs call:box(Look.checks, "checkbox", field, field, "1", At.label, At.hint, Page.Form[field]) ?></div></div>
<?cs /def ?><?cs

def:file(field, need, accept) ?><?cs call:at(field, need, "", "") ?><?cs
	call:at_start() ?><input class="<?cs var:Look.file ?>" type="file"<?cs call:at_names() ?> accept="<?cs var:accept ?>"></div>
<?cs /def ?><?cs

def:submit(text) ?><button class="<?cs var:Look.button ?>" type="submit"><?cs
	var:text ?></button>
<?cs /def ?><?cs
def:submit_second(text) ?><button class="<?cs var:Look.button_second ?>" type="submit"><?cs var:text ?></button>
<?cs /def ?><?cs
def:submit_warn(text) ?><button class="<?cs var:Look.button_warn ?>" type="submit"><?cs var:text ?></button>
<?cs /def ?><?cs
def:submit_named(field, value, text) ?><button class="<?cs var:Look.button_second ?>" type="submit" name="<?cs
	var:field ?>" value="<?cs var:value ?>"><?cs var:text ?></button>
<?cs /def ?><?cs

def:act(action, text) ?><form class="zyz-act" method="post" action="<?cs var:url_validate(action) ?>"><?cs
	call:form_token() ?><?cs call:submit(text) ?></form>
<?cs /def ?><?cs
def:act_second(action, text) ?><form class="zyz-act" method="post" action="<?cs var:url_validate(action) ?>"><?cs
	call:form_token() ?><?cs call:submit_second(text) ?></form>
<?cs /def ?><?cs
def:act_warn(action, text) ?><form class="zyz-act" method="post" action="<?cs var:url_validate(action) ?>"><?cs
	call:form_token() ?><?cs call:submit_warn(text) ?></form>
<?cs /def ?><?cs
def:act_with(action, field, value, text) ?><form class="zyz-act" method="post" action="<?cs var:url_validate(action) ?>"><?cs
	call:form_token() ?><?cs call:hidden(field, value) ?><?cs call:submit_second(text) ?></form>
<?cs /def ?>
