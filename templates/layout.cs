<?cs #
layout.cs - the frame of every page, for three audiences and the public front. The only include a page needs: it brings
form.cs and list.cs with it. Whole pages look like this:

	< ?cs include!"layout.cs" ? >< ?cs call:page_head("staff", Lang.needs.ledger_title) ? >
	< ?cs call:back("/needs/", Lang.Layout.back) ? >
	< ?cs call:title(Lang.needs.ledger_title) ? >
	... forms and lists ...
	< ?cs call:page_foot("staff") ? >

page_head(audience, title)   everything up to <main>. audience is a literal: staff, volunteer, resident, public
page_foot(audience)          everything from </main>, with the volunteer's bar
back(href, text)             link to the page before; stands before title()
notices()                    what the last POST did (Page.Done), then the error summary; title() calls it
title(text)                  notices() and the <h1>; a page without it calls notices() itself
subtitle(text)               an <h2>
lead(text)                   one introducing paragraph
para(text)                   a paragraph
note(text)                   something to be read before acting, boxed
tabs_start() tab(href, text) tabs_end()   pages of one program; the one whose href is Page.Path is marked
link_button(href, text)      a link that looks like the main button
link_second(href, text)      a link that looks like a quiet button
look(audience)               class names into Look.*; page_head calls it

Read besides the arguments: Page.{Csrf,Path,App,Static,Font,Done,Query,Today}, Page.Who.*, Page.Station.{name,phone}.
Page.Query is the query string without font, done and after: links that change one view of a page keep the rest.
?><?cs

# The one place that knows both looks: WeUI in care mode, and GOV.UK Frontend.
?><?cs
def:look(audience) ?><?cs
	if:audience == "staff" ?><?cs
		set:Look.kind = "staff" ?><?cs
		set:Look.h1 = "govuk-heading-l" ?><?cs
		set:Look.h2 = "govuk-heading-m" ?><?cs
		set:Look.body = "govuk-body" ?><?cs
		set:Look.lead = "govuk-body-l" ?><?cs
		set:Look.note = "govuk-inset-text" ?><?cs
		set:Look.back = "govuk-back-link" ?><?cs
		set:Look.link = "govuk-link" ?><?cs
		set:Look.hidden = "govuk-visually-hidden" ?><?cs
		set:Look.button = "govuk-button" ?><?cs
		set:Look.button_second = "govuk-button govuk-button--secondary" ?><?cs
		set:Look.button_warn = "govuk-button govuk-button--warning" ?><?cs
		set:Look.group = "govuk-form-group" ?><?cs
		set:Look.group_error = "govuk-form-group govuk-form-group--error" ?><?cs
		set:Look.label = "govuk-label" ?><?cs
		set:Look.hint = "govuk-hint" ?><?cs
		set:Look.error = "govuk-error-message" ?><?cs
		set:Look.input = "govuk-input" ?><?cs
		set:Look.input_error = "govuk-input govuk-input--error" ?><?cs
		set:Look.textarea = "govuk-textarea" ?><?cs
		set:Look.select = "govuk-select" ?><?cs
		set:Look.file = "govuk-file-upload" ?><?cs
		set:Look.fieldset = "govuk-fieldset" ?><?cs
		set:Look.legend = "govuk-fieldset__legend" ?><?cs
		set:Look.radios = "govuk-radios" ?><?cs
		set:Look.checks = "govuk-checkboxes" ?><?cs
		set:Look.summary = "govuk-error-summary" ?><?cs
		set:Look.facts = "govuk-summary-list" ?><?cs
		set:Look.tag = "govuk-tag" ?><?cs
	else ?><?cs
		set:Look.kind = "care" ?><?cs
		set:Look.h1 = "care-title" ?><?cs
		set:Look.h2 = "care-subtitle" ?><?cs
		set:Look.body = "care-body" ?><?cs
		set:Look.lead = "care-lead" ?><?cs
		set:Look.note = "care-note" ?><?cs
		set:Look.back = "care-back" ?><?cs
		set:Look.link = "care-link" ?><?cs
		set:Look.hidden = "care-hidden" ?><?cs
		set:Look.button = "weui-btn weui-btn_primary care-button" ?><?cs
		set:Look.button_second = "weui-btn weui-btn_default care-button" ?><?cs
		set:Look.button_warn = "weui-btn weui-btn_warn care-button" ?><?cs
		set:Look.group = "care-group" ?><?cs
		set:Look.group_error = "care-group care-group--error" ?><?cs
		set:Look.label = "care-label" ?><?cs
		set:Look.hint = "care-hint" ?><?cs
		set:Look.error = "care-error" ?><?cs
		set:Look.input = "weui-input care-input" ?><?cs
		set:Look.input_error = "weui-input care-input care-input--error" ?><?cs
		set:Look.textarea = "weui-textarea care-textarea" ?><?cs
		set:Look.select = "weui-select care-select" ?><?cs
		set:Look.file = "care-file" ?><?cs
		set:Look.fieldset = "care-fieldset" ?><?cs
		set:Look.legend = "care-legend" ?><?cs
		set:Look.radios = "care-radios" ?><?cs
		set:Look.checks = "care-checks" ?><?cs
		set:Look.summary = "care-summary" ?><?cs
		set:Look.facts = "care-facts" ?><?cs
		set:Look.tag = "care-tag" ?><?cs
	/if ?><?cs
/def ?><?cs

def:station_name() ?><?cs if:Page.Who.station ?><?cs var:Page.Who.station ?><?cs
	elif:Page.Station.name ?><?cs var:Page.Station.name ?><?cs
	else ?><?cs var:Lang.Layout.site ?><?cs /if ?><?cs /def ?><?cs

def:link_button(href, text) ?><a class="<?cs var:Look.button ?>" href="<?cs var:url_validate(href) ?>" draggable="false"><?cs
	var:text ?></a>
<?cs /def ?><?cs

def:link_second(href, text) ?><a class="<?cs var:Look.button_second ?>" href="<?cs var:url_validate(href) ?>" draggable="false"><?cs
	var:text ?></a>
<?cs /def ?><?cs

# A macro must stand before its first call: the two files use what is above, the frame below uses them.
?><?cs
include!"form.cs" ?><?cs
include!"list.cs" ?><?cs

def:skip_link(class) ?><a class="<?cs var:class ?>" href="#main"><?cs var:Lang.Layout.skip ?></a>
<?cs /def ?><?cs

# An entry of a navigation list: app is the program it leads to. The desk is above them all.
?><?cs
def:nav_item(app, href, text) ?><li class="govuk-service-navigation__item<?cs
	if:Page.App == app && Page.Path != "/account/desk" ?> govuk-service-navigation__item--active<?cs /if ?>"><a class="govuk-service-navigation__link" href="<?cs
	var:url_validate(href) ?>"<?cs if:Page.App == app && Page.Path != "/account/desk" ?> aria-current="true"<?cs /if ?>><?cs
	var:text ?></a></li>
<?cs /def ?><?cs

def:staff_top() ?><body class="govuk-template__body">
<?cs call:skip_link("govuk-skip-link") ?><header class="zyz-top">
<div class="govuk-width-container zyz-top__in">
<a class="zyz-top__name" href="/"><?cs var:Lang.Layout.site ?></a>
<?cs if:Page.Who.name ?><a class="zyz-top__station" href="/account/desk"><?cs call:station_name() ?></a>
<span class="zyz-top__who"><?cs var:Page.Who.name ?></span>
<form class="zyz-top__out" method="post" action="/account/sign-out"><input type="hidden" name="csrf" value="<?cs
	var:Page.Csrf ?>"><button class="zyz-top__button" type="submit"><?cs var:Lang.Layout.sign_out ?></button></form>
<?cs /if ?></div>
</header>
<?cs if:Page.Who.name ?><nav class="govuk-service-navigation zyz-nav" aria-label="<?cs var:Lang.Layout.nav_staff ?>">
<div class="govuk-width-container"><ul class="govuk-service-navigation__list">
<?cs if:Page.Who.Role.overseer ?><?cs call:nav_item("station", "/station/overview", Lang.Nav.overview) ?><?cs
else ?><?cs each:s = Desk ?><?cs if:!s.for || Page.Who.Role[s.for] ?><?cs
	call:nav_item(s.app, s.href, Lang.Nav[name(s)]) ?><?cs /if ?><?cs /each ?><?cs /if ?></ul></div>
</nav>
<?cs /if ?><div class="govuk-width-container">
<?cs call:print_head() ?><main class="govuk-main-wrapper zyz-main" id="main" tabindex="-1">
<?cs /def ?><?cs

# Each step is a link to this very page with the next size; app.c keeps the choice in a cookie.
?><?cs
def:font_link(class) ?><a class="<?cs var:class ?>" href="?<?cs if:Page.Query ?><?cs var:Page.Query ?>&amp;<?cs /if ?>font=<?cs
	if:Page.Font == "xl" ?>std"><?cs var:Lang.Layout.font_std ?><?cs
	elif:Page.Font == "l" ?>xl"><?cs var:Lang.Layout.font_xl ?><?cs
	else ?>l"><?cs var:Lang.Layout.font_l ?><?cs /if ?></a>
<?cs /def ?><?cs

# The large letters in one step, under the name that people know from other services.
?><?cs
def:elder_link(class) ?><a class="<?cs var:class ?>" href="?<?cs if:Page.Query ?><?cs var:Page.Query ?>&amp;<?cs /if ?>font=<?cs
	if:Page.Font == "xl" ?>std"><?cs var:Lang.Layout.font_std ?><?cs
	else ?>xl"><?cs var:Lang.Layout.font_elder ?><?cs /if ?></a>
<?cs /def ?><?cs

def:call_link(class) ?><?cs if:Page.Station.phone ?><a class="<?cs var:class ?>" href="tel:<?cs
	var:Page.Station.phone ?>"><?cs var:Lang.Layout.call ?></a>
<?cs /if ?><?cs /def ?><?cs

def:care_body(kind) ?><body class="care-page care-page--<?cs var:kind ?>" data-weui-theme="light" data-weui-mode="care">
<?cs call:skip_link("care-skip") ?><?cs /def ?><?cs

def:care_main() ?><main class="care-main" id="main" tabindex="-1">
<?cs /def ?><?cs

def:resident_top() ?><?cs call:care_body("resident") ?><header class="care-top">
<nav class="care-top__in" aria-label="<?cs var:Lang.Layout.nav_help ?>">
<?cs call:font_link("care-top__link") ?><?cs call:call_link("care-top__link") ?></nav>
</header>
<?cs call:care_main() ?><?cs /def ?><?cs

def:volunteer_top() ?><?cs call:care_body("volunteer") ?><header class="care-top">
<div class="care-top__in"><span class="care-top__name"><?cs call:station_name() ?></span>
<?cs call:elder_link("care-top__link") ?></div>
</header>
<?cs call:care_main() ?><?cs /def ?><?cs

def:bar_item(app, href, text) ?><a class="weui-tabbar__item care-bar__item<?cs
	if:Page.App == app ?> weui-bar__item_on<?cs /if ?>" href="<?cs var:url_validate(href) ?>"<?cs
	if:Page.App == app ?> aria-current="true"<?cs /if ?>><span class="care-bar__text"><?cs var:text ?></span></a>
<?cs /def ?><?cs

def:volunteer_bar() ?><nav class="weui-tabbar care-bar" aria-label="<?cs var:Lang.Layout.nav_volunteer ?>">
<?cs call:bar_item("recruit", "/recruit/", Lang.Layout.bar_recruit) ?><?cs
	call:bar_item("activity", "/activity/mine", Lang.Layout.bar_activity) ?><?cs
	call:bar_item("training", "/training/", Lang.Layout.bar_training) ?><?cs
	call:bar_item("account", "/account/me", Lang.Layout.bar_me) ?></nav>
<?cs /def ?><?cs

def:public_link(href, text) ?><li class="care-menu__item"><a class="care-menu__link" href="<?cs var:url_validate(href) ?>"<?cs
	if:Page.Path == href ?> aria-current="page"<?cs /if ?>><?cs var:text ?></a></li>
<?cs /def ?><?cs

def:public_top() ?><?cs call:care_body("public") ?><header class="care-top">
<div class="care-top__in"><a class="care-top__name" href="/"><?cs call:station_name() ?></a>
<?cs call:elder_link("care-top__link") ?><?cs call:call_link("care-top__link") ?></div>
</header>
<nav class="care-menu" aria-label="<?cs var:Lang.Layout.nav_public ?>"><ul class="care-menu__list">
<?cs call:public_link("/", Lang.Layout.menu_front) ?><?cs
	call:public_link("/recruit/", Lang.Layout.menu_recruit) ?><?cs
	call:public_link("/activity/notice", Lang.Layout.menu_notice) ?><?cs
	call:public_link("/commend/honours", Lang.Layout.menu_honours) ?><?cs
	call:public_link("/account/me", Lang.Layout.menu_me) ?></ul></nav>
<?cs call:care_main() ?><?cs /def ?><?cs

def:public_foot() ?><footer class="care-foot"><p class="care-foot__text"><?cs call:station_name() ?></p>
<a class="care-foot__link" href="/account/sign-in"><?cs var:Lang.Layout.staff_entry ?></a></footer>
<?cs /def ?><?cs

# What the last POST did. The word comes from the address: only words that a language file knows say anything.
?><?cs
def:done_banner(text) ?><?cs if:Look.kind == "staff" ?><div class="govuk-notification-banner govuk-notification-banner--success" role="status" aria-labelledby="done-title">
<div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="done-title"><?cs
	var:Lang.Layout.done ?></h2></div>
<div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading"><?cs var:text ?></p></div>
</div>
<?cs else ?><div class="care-done" role="status"><p class="care-done__text"><?cs var:text ?></p></div>
<?cs /if ?><?cs /def ?><?cs

def:notices() ?><?cs if:Page.Done ?><?cs
	if:Lang[Page.App].Done[Page.Done] ?><?cs call:done_banner(Lang[Page.App].Done[Page.Done]) ?><?cs
	elif:Lang.Done[Page.Done] ?><?cs call:done_banner(Lang.Done[Page.Done]) ?><?cs /if ?><?cs
/if ?><?cs call:error_summary() ?><?cs /def ?><?cs

def:back(href, text) ?><a class="<?cs var:Look.back ?>" href="<?cs var:url_validate(href) ?>"><?cs var:text ?></a>
<?cs /def ?><?cs

def:title(text) ?><?cs call:notices() ?><h1 class="<?cs var:Look.h1 ?>"><?cs var:text ?></h1>
<?cs /def ?><?cs

def:subtitle(text) ?><h2 class="<?cs var:Look.h2 ?>"><?cs var:text ?></h2>
<?cs /def ?><?cs

def:lead(text) ?><p class="<?cs var:Look.lead ?>"><?cs var:text ?></p>
<?cs /def ?><?cs

def:para(text) ?><p class="<?cs var:Look.body ?>"><?cs var:text ?></p>
<?cs /def ?><?cs

def:note(text) ?><div class="<?cs var:Look.note ?>"><?cs var:text ?></div>
<?cs /def ?><?cs

def:tabs_start() ?><nav class="zyz-tabs" aria-label="<?cs var:Lang.Layout.nav_tabs ?>"><ul class="zyz-tabs__list">
<?cs /def ?><?cs

def:tab(href, text) ?><li class="zyz-tabs__item"><a class="zyz-tabs__link" href="<?cs var:url_validate(href) ?>"<?cs
	if:Page.Path == href ?> aria-current="page"<?cs /if ?>><?cs var:text ?></a></li>
<?cs /def ?><?cs

def:tabs_end() ?></ul></nav>
<?cs /def ?><?cs

def:page_head(audience, title) ?><?cs call:look(audience) ?><!doctype html>
<html lang="zh-CN" class="<?cs if:Look.kind == "staff" ?>govuk-template zyz-staff<?cs else ?>care<?cs /if ?><?cs
	if:Page.Font == "l" ?> font-l<?cs elif:Page.Font == "xl" ?> font-xl<?cs /if ?>">
<head>
<meta charset="utf-8">
<title><?cs if:subcount(Page.Errors) ?><?cs var:Lang.Layout.title_error ?><?cs /if ?><?cs var:title ?> - <?cs
	call:station_name() ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no">
<link rel="stylesheet" href="/static/<?cs var:Look.kind ?>.css?v=<?cs var:Page.Static ?>">
<script src="/static/<?cs var:Look.kind ?>.js?v=<?cs var:Page.Static ?>" defer></script>
</head>
<?cs if:audience == "staff" ?><?cs call:staff_top() ?><?cs
elif:audience == "volunteer" ?><?cs call:volunteer_top() ?><?cs
elif:audience == "resident" ?><?cs call:resident_top() ?><?cs
else ?><?cs call:public_top() ?><?cs /if ?><?cs /def ?><?cs

def:page_foot(audience) ?></main>
<?cs if:audience == "staff" ?></div>
<?cs elif:audience == "volunteer" ?><?cs call:volunteer_bar() ?><?cs
elif:audience == "resident" ?><?cs
else ?><?cs call:public_foot() ?><?cs /if ?></body>
</html>
<?cs /def ?>
