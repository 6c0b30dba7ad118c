<?cs #
staff_head.cs - everything of a page of staff or overseers up to its own first line. What a page sets before it:

Title     its name in the window
Section   the section of the rail that it belongs to, where that is not the program's own: desk, hours, people
Paper     "report" when it is printed upright; lists lie across
?><?cs if:!Section ?><?cs set:Section = Page.App ?><?cs /if ?><?cs set:At.fill = "off" ?><!doctype html>
<html lang="zh-CN" class="desk<?cs if:Page.Font == "l" || Page.Font == "xl" ?> <?cs var:Page.Font ?><?cs /if ?>"<?cs
if:Page.KeysOff ?> data-keys="off"<?cs /if ?>>
<head>
<meta charset="utf-8">
<title><?cs if:subcount(Page.Errors) ?><?cs var:Lang.Layout.title_error ?><?cs /if ?><?cs var:Title ?> - <?cs
	if:Page.Who.station ?><?cs var:Page.Who.station ?><?cs else ?><?cs var:Lang.Layout.site ?><?cs /if ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/desk.css?v=<?cs var:Page.Static ?>">
<script src="/static/desk.js?v=<?cs var:Page.Static ?>" defer></script>
</head>
<body>
<a class="skip" href="#main"><?cs var:Lang.Layout.skip ?></a>
<header class="head">
<a class="brand" href="/"><?cs var:Lang.Layout.site ?></a>
<?cs if:Page.Who.name ?><?cs
	if:Page.Who.station ?><a class="at" href="/account/desk"><?cs var:Page.Who.station ?></a>
<form class="search" method="post" action="/station/search" role="search" aria-label="<?cs
	var:Lang.Frame.search_all ?>"><?cs include!"token.cs" ?>
<input type="search" name="q" autocomplete="off" aria-label="<?cs var:Lang.Frame.search_all ?>" placeholder="<?cs
	var:Lang.Frame.search_hint ?>" data-key="/"><button type="submit"><?cs var:Lang.Frame.search ?></button>
</form>
<?cs /if ?><span class="who"><?cs var:Page.Who.name ?></span>
<form method="post" action="/account/sign-out"><?cs include!"token.cs" ?><button class="plain" type="submit"><?cs
	var:Lang.Frame.sign_out ?></button></form>
<?cs /if ?></header>
<div class="page">
<?cs if:Page.Who.name ?><?cs include!"rail.cs" ?><?cs /if ?><main<?cs
	if:Paper ?> class="<?cs var:Paper ?>"<?cs /if ?> id="main" tabindex="-1">
<?cs if:Page.Who.name ?><p class="print-only"><b><?cs var:Page.Who.station ?></b> <b><?cs var:Lang.Frame.printed_by ?> <?cs
	var:Page.Who.name ?></b> <?cs var:Lang.Frame.printed_on ?> <?cs var:Page.Today ?></p>
<?cs /if ?><?cs include!"notices.cs" ?>
