<?cs #
list.cs - tables, lists, states and what stands round them. Comes with layout.cs.

	< ?cs if:subcount(Page.Needs) ? >
	< ?cs call:table_start(Lang.needs.ledger_title) ? >
	< ?cs call:th(Lang.needs.no) ? >< ?cs call:th_num(Lang.needs.hours) ? >< ?cs call:th(Lang.Layout.state) ? >< ?cs call:table_body() ? >
	< ?cs each:n = Page.Needs ? >< ?cs call:tr() ? >
	< ?cs call:td_link("/needs/ledger/" + n.no, n.no) ? >< ?cs call:td_num(n.hours) ? >< ?cs call:td_state("need", n.state) ? >
	< ?cs call:tr_end() ? >< ?cs /each ? >
	< ?cs call:table_end() ? >< ?cs call:pager() ? >
	< ?cs else ? >< ?cs call:empty(Lang.needs.ledger_empty) ? >< ?cs /if ? >

table_start(caption) th(text) th_num(text) th_narrow(text) th_hidden(text) th_check_all(field, text)
table_body() tr() tr_end() table_end()
td(text) td_num(text) td_day(text) td_link(href, text) td_state(table, word)       td_day: days and times keep one line
td_name(text)                      what a row is about in a table of many th_narrow columns, whose heads wrap
td_start() td_end()                cell with anything in it, such as buttons
state(table, word)                 the words of a state as a tag: Lang.State.TABLE.WORD, tone Lang.Tone.WORD
evidence(word)                     class of evidence of an hour, as a tag
pager()                            link to the rows after Page.Next; keeps the filters of the address (Page.Query)
empty(text)                        instead of a table without rows
filter_start(action) filter_select(name, options) filter_text(name) filter_day(name) filter_end()
                                   a GET form; what is set stands under Page.Filter.NAME, labels as in form.cs
tools_start() tools_end()          the row of buttons above a list
print_button() export_link(href)   print; download the rows (href's own words are Lang.Layout.export)
print_head()                       station and day, on paper only; page_head of staff pages calls it
facts_start() fact(label, value) fact_state(label, table, word) fact_link(label, href, text) facts_end()
                                   name and value pairs of one thing; nothing is shown for an empty value
cells_start(title) cell(title, about, value) cell_link(href, title, about, value) cells_end()
                                   list for phones: a title, a line below it, a value at the right; title "" for none
cell_button(title, about, href, text) cell_act(title, about, action, text)      with a button at the right
hero_start() hero_end()            the first words of a phone's page, on white; the <h1> stands in it
card_start() card_end()            what belongs together, on white
figure(label, number, unit)        one big number
Tables and filters fit both looks; cells, hero, card and figure are for the care looks only.
?><?cs

# Colour is never alone: the words are there, and the tone only repeats what they say.
?><?cs
def:tag(text, tone) ?><strong class="<?cs var:Look.tag ?> <?cs var:Look.tag ?>--<?cs
	if:Look.kind != "staff" ?><?cs if:string.length(tone) ?><?cs var:tone ?><?cs else ?>plain<?cs /if ?><?cs
	elif:tone == "good" ?>green<?cs elif:tone == "wait" ?>yellow<?cs
	elif:tone == "bad" ?>red<?cs elif:tone == "off" ?>grey<?cs else ?>blue<?cs /if ?>"><?cs var:text ?></strong><?cs /def ?><?cs
def:state(table, word) ?><?cs if:string.length(Lang.Tone[table][word]) ?><?cs
	call:tag(Lang.State[table][word], Lang.Tone[table][word]) ?><?cs else ?><?cs
	call:tag(Lang.State[table][word], Lang.Tone[word]) ?><?cs /if ?><?cs /def ?><?cs
def:evidence(word) ?><?cs call:tag(Lang.Evidence[word], Lang.Tone[word]) ?><?cs /def ?><?cs

def:table_start(caption) ?><div class="zyz-scroll" role="region" aria-label="<?cs var:caption ?>" tabindex="0">
<table class="govuk-table zyz-table">
<caption class="<?cs var:Look.hidden ?>"><?cs var:caption ?></caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">
<?cs /def ?><?cs
def:th(text) ?><th class="govuk-table__header" scope="col"><?cs var:text ?></th>
<?cs /def ?><?cs
def:th_num(text) ?><th class="govuk-table__header govuk-table__header--numeric" scope="col"><?cs var:text ?></th>
<?cs /def ?><?cs
def:th_hidden(text) ?><th class="govuk-table__header" scope="col"><span class="<?cs var:Look.hidden ?>"><?cs
	var:text ?></span></th>
<?cs /def ?><?cs
def:th_narrow(text) ?><th class="govuk-table__header govuk-table__header--numeric zyz-narrow" scope="col"><?cs var:text ?></th>
<?cs /def ?><?cs
def:th_check_all(field, text) ?><th class="govuk-table__header" scope="col"><input type="checkbox" class="zyz-tick zyz-js" data-check-all="<?cs
	var:field ?>" aria-label="<?cs var:text ?>"></th>
<?cs /def ?><?cs
def:table_body() ?></tr></thead>
<tbody class="govuk-table__body">
<?cs /def ?><?cs
def:tr() ?><tr class="govuk-table__row"><?cs /def ?><?cs
def:tr_end() ?></tr>
<?cs /def ?><?cs
def:table_end() ?></tbody>
</table></div>
<?cs /def ?><?cs
def:td(text) ?><td class="govuk-table__cell"><?cs var:text ?></td><?cs /def ?><?cs
def:td_name(text) ?><td class="govuk-table__cell zyz-name"><?cs var:text ?></td><?cs /def ?><?cs
def:td_num(text) ?><td class="govuk-table__cell govuk-table__cell--numeric"><?cs var:text ?></td><?cs /def ?><?cs
def:td_day(text) ?><td class="govuk-table__cell zyz-day"><?cs var:text ?></td><?cs /def ?><?cs
def:td_link(href, text) ?><td class="govuk-table__cell"><a class="<?cs var:Look.link ?>" href="<?cs
	var:url_validate(href) ?>"><?cs var:text ?></a></td><?cs /def ?><?cs
def:td_state(table, word) ?><td class="govuk-table__cell"><?cs call:state(table, word) ?></td><?cs /def ?><?cs
def:td_start() ?><td class="govuk-table__cell zyz-cell-tools"><?cs /def ?><?cs
def:td_end() ?></td><?cs /def ?><?cs

def:pager() ?><?cs if:Page.Next ?><nav class="zyz-pager" aria-label="<?cs var:Lang.Layout.nav_pager ?>"><a class="<?cs
	var:Look.link ?> zyz-pager__link" rel="next" href="?<?cs if:Page.Query ?><?cs var:Page.Query ?>&amp;<?cs
	/if ?>after=<?cs var:url_escape(Page.Next) ?>"><?cs
	var:Lang.Layout.next_page ?></a></nav>
<?cs /if ?><?cs /def ?><?cs

def:empty(text) ?><p class="<?cs var:Look.body ?> zyz-empty"><?cs var:text ?></p>
<?cs /def ?><?cs

def:filter_start(action) ?><form class="zyz-filter" method="get" action="<?cs
	var:url_validate(action) ?>" role="search" aria-label="<?cs var:Lang.Layout.filter ?>">
<?cs /def ?><?cs
def:filter_label(field) ?><?cs call:at(field, "required", "", "") ?><label class="zyz-filter__label" for="filter-<?cs
	var:field ?>"><?cs var:At.label ?></label><?cs /def ?><?cs
def:filter_select(field, options) ?><div class="zyz-filter__item"><?cs call:filter_label(field) ?><select class="<?cs
	var:Look.select ?> zyz-filter__control" id="filter-<?cs var:field ?>" name="<?cs var:field ?>">
<option value=""><?cs var:Lang.Layout.all ?></option>
<?cs call:select_options(options, Page.Filter[field]) ?></select></div>
<?cs /def ?><?cs
def:filter_input(field, type) ?><div class="zyz-filter__item"><?cs call:filter_label(field) ?><input class="<?cs
	var:Look.input ?> zyz-filter__control" type="<?cs var:type ?>" id="filter-<?cs var:field ?>" name="<?cs
	var:field ?>" value="<?cs var:Page.Filter[field] ?>"></div>
<?cs /def ?><?cs
def:filter_text(field) ?><?cs call:filter_input(field, "search") ?><?cs /def ?><?cs
def:filter_day(field) ?><?cs call:filter_input(field, "date") ?><?cs /def ?><?cs
def:filter_end() ?><button class="<?cs var:Look.button_second ?> zyz-filter__button" type="submit"><?cs
	var:Lang.Layout.find ?></button></form>
<?cs /def ?><?cs

def:tools_start() ?><div class="zyz-tools"><?cs /def ?><?cs
def:tools_end() ?></div>
<?cs /def ?><?cs
def:print_button() ?><button class="<?cs var:Look.button_second ?> zyz-js" type="button" data-print><?cs
	var:Lang.Layout.print ?></button>
<?cs /def ?><?cs
def:export_link(href) ?><?cs call:link_second(href, Lang.Layout.export) ?><?cs /def ?><?cs
def:print_head() ?><?cs if:Page.Who.name ?><div class="zyz-print-head" aria-hidden="true"><span><?cs
	call:station_name() ?></span><?cs if:Page.Today ?><span><?cs var:Lang.Layout.printed_on ?> <?cs
	var:Page.Today ?></span><?cs /if ?><span><?cs var:Lang.Layout.printed_by ?> <?cs var:Page.Who.name ?></span></div>
<?cs /if ?><?cs /def ?><?cs

def:facts_start() ?><dl class="<?cs var:Look.facts ?>">
<?cs /def ?><?cs
def:fact_open(label) ?><div class="<?cs var:Look.facts ?>__row"><dt class="<?cs var:Look.facts ?>__key"><?cs
	var:label ?></dt><dd class="<?cs var:Look.facts ?>__value"><?cs /def ?><?cs
def:fact_close() ?></dd></div>
<?cs /def ?><?cs
def:fact(label, value) ?><?cs if:string.length(value) ?><?cs call:fact_open(label) ?><?cs var:value ?><?cs
	call:fact_close() ?><?cs /if ?><?cs /def ?><?cs
def:fact_state(label, table, word) ?><?cs call:fact_open(label) ?><?cs call:state(table, word) ?><?cs
	call:fact_close() ?><?cs /def ?><?cs
def:fact_link(label, href, text) ?><?cs call:fact_open(label) ?><a class="<?cs var:Look.link ?>" href="<?cs
	var:url_validate(href) ?>"><?cs var:text ?></a><?cs call:fact_close() ?><?cs /def ?><?cs
def:facts_end() ?></dl>
<?cs /def ?><?cs

def:cells_start(title) ?><?cs if:string.length(title) ?><h2 class="weui-cells__title care-cells-title"><?cs
	var:title ?></h2>
<?cs /if ?><div class="weui-cells care-cells">
<?cs /def ?><?cs
def:cell_inside(title, about, value) ?><span class="weui-cell__bd"><span class="care-cell__title"><?cs var:title ?></span><?cs
	if:string.length(about) ?><span class="weui-cell__desc care-cell__about"><?cs var:about ?></span><?cs /if ?></span><?cs
	if:string.length(value) ?><span class="weui-cell__ft"><?cs var:value ?></span><?cs
	else ?><span class="weui-cell__ft"></span><?cs /if ?><?cs /def ?><?cs
def:cell(title, about, value) ?><div class="weui-cell care-cell"><?cs call:cell_inside(title, about, value) ?></div>
<?cs /def ?><?cs
def:cell_link(href, title, about, value) ?><a class="weui-cell weui-cell_access care-cell" href="<?cs
	var:url_validate(href) ?>"><?cs call:cell_inside(title, about, value) ?></a>
<?cs /def ?><?cs
def:cells_end() ?></div>
<?cs /def ?><?cs
def:cell_side(title, about) ?><div class="weui-cell care-cell"><span class="weui-cell__bd"><span class="care-cell__title"><?cs
	var:title ?></span><?cs if:string.length(about) ?><span class="weui-cell__desc care-cell__about"><?cs
	var:about ?></span><?cs /if ?></span><?cs /def ?><?cs
def:cell_button(title, about, href, text) ?><?cs call:cell_side(title, about) ?><a class="care-cell__button" href="<?cs
	var:url_validate(href) ?>"><?cs var:text ?></a></div>
<?cs /def ?><?cs
def:cell_act(title, about, action, text) ?><?cs call:cell_side(title, about) ?><form method="post" action="<?cs
	var:url_validate(action) ?>"><?cs call:form_token() ?><button class="care-cell__button" type="submit"><?cs
	var:text ?></button></form></div>
<?cs /def ?><?cs

def:hero_start() ?><div class="care-hero"><?cs /def ?><?cs
def:hero_end() ?></div>
<?cs /def ?><?cs
def:card_start() ?><div class="care-card"><?cs /def ?><?cs
def:card_end() ?></div>
<?cs /def ?><?cs
def:figure(label, number, unit) ?><p class="care-figure__label"><?cs var:label ?></p>
<p class="care-figure"><?cs var:number ?> <span class="care-figure__unit"><?cs var:unit ?></span></p>
<?cs /def ?>
