<?cs #
phone_head.cs - what the pages of volunteers, residents and everybody have in common, up to their first line. Title is
their name; Share, where it is set, the words that go with it when it is passed on; Large sets letters of 20 px, which also
strangers get, as nobody knows how old they are; Elder does, too, and lets them grow in two steps.
?><!doctype html>
<html lang="zh-CN" class="phone<?cs if:Elder || Large || (Page.Who.kind != "volunteer" && Page.Who.kind != "wechat") ?> elder<?cs /if ?><?cs
	if:Page.Font == "l" || Page.Font == "xl" ?> <?cs var:Page.Font ?><?cs /if ?>">
<head>
<meta charset="utf-8">
<title><?cs if:subcount(Page.Errors) ?><?cs var:Lang.Layout.title_error ?><?cs /if ?><?cs var:Title ?> - <?cs
	if:Page.Station.name ?><?cs var:Page.Station.name ?><?cs else ?><?cs var:Lang.Layout.site ?><?cs /if ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light">
<?cs if:Share ?><meta name="description" content="<?cs var:Share ?>">
<meta property="og:type" content="article">
<meta property="og:title" content="<?cs var:Title ?>">
<meta property="og:description" content="<?cs var:Share ?>">
<meta property="og:url" content="<?cs var:Page.Site ?><?cs var:Page.Path ?>">
<meta property="og:image" content="<?cs var:Page.Site ?>/static/share.png">
<?cs /if ?><link rel="stylesheet" href="/static/phone.css?v=<?cs var:Page.Static ?>">
<script src="/static/phone.js?v=<?cs var:Page.Static ?>" defer></script>
</head>
<body>
<a class="skip" href="#main"><?cs var:Lang.Layout.skip ?></a>
<header class="top-line"><nav class="top" aria-label="<?cs var:Lang.Layout.nav_help ?>">
<a class="home" href="/"><?cs include!"icon/home.cs" ?><span><?cs
	if:Page.Station.name ?><?cs var:Page.Station.name ?><?cs
	elif:Page.Who.station ?><?cs var:Page.Who.station ?><?cs else ?><?cs var:Lang.Layout.site ?><?cs /if ?></span></a>
<a href="?<?cs if:Page.Query ?><?cs var:Page.Query ?>&amp;<?cs /if ?>font=<?cs
	if:Page.Font == "xl" ?>std"><?cs var:Lang.Frame.standard ?><?cs
	elif:Elder && Page.Font == "l" ?>xl"><?cs var:Lang.Layout.font_xl ?><?cs
	elif:Elder ?>l"><?cs var:Lang.Layout.font_l ?><?cs
	else ?>xl"><?cs var:Lang.Frame.elder ?><?cs /if ?></a>
<?cs if:Page.Station.phone ?><a href="tel:<?cs var:Page.Station.phone ?>"><?cs include!"icon/phone.cs" ?><?cs
	var:Lang.Frame.phone ?></a>
<?cs else ?><a href="/station/help"><?cs include!"icon/phone.cs" ?><?cs var:Lang.Frame.help ?></a>
<?cs /if ?></nav></header>
<?cs if:Page.Who.self && !Page.Who.step ?><aside class="acting" aria-label="<?cs var:Lang.Acting.label ?>"><p><?cs
var:Lang.Acting.for ?> <strong><?cs var:Page.Who.name ?></strong> <?cs
var:Lang.Acting.for_end ?></p><form method="post" action="/account/family/self"><?cs
include!"token.cs" ?><button type="submit"><?cs var:Lang.Acting.back ?></button></form></aside>
<?cs /if ?><main id="main" tabindex="-1">
<?cs include!"notices.cs" ?>
