<?cs #
ask.cs - asks before what cannot be taken back (app.h, SURE): Page.Ask.word leads to the words, Page.AskFields is what was posted.
?><?cs
set:Staff = Page.Who.kind == "staff" || Page.Who.kind == "overseer" ?><?cs
set:Title = Lang.Sure.ask + Lang[Page.App].Sure[Page.Ask.word].title ?><?cs
if:Staff ?><?cs include!"staff_head.cs" ?><?cs else ?><?cs include!"public_head.cs" ?><?cs /if ?>
<h1><?cs var:Title ?></h1>
<p class="note bad"><b><?cs var:Lang.Sure.cannot ?></b><?cs var:Lang[Page.App].Sure[Page.Ask.word].text ?></p>
<?cs if:subcount(Page.Typed) ?><dl class="facts"><?cs each:t = Page.Typed ?>
<div><dt><?cs var:t.label ?></dt><dd><?cs var:t.text ?></dd></div><?cs /each ?>
</dl>
<?cs /if ?><p><b><?cs var:Lang.Sure.told ?></b><?cs var:Lang[Page.App].Sure[Page.Ask.word].told ?></p>
<form method="post" action="<?cs var:url_validate(Page.Ask.path) ?>"><?cs include!"token.cs" ?><?cs
each:f = Page.AskFields ?><input type="hidden" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>"><?cs /each ?><input
type="hidden" name="sure" value="1">
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.Sure.yes ?><?cs
var:Lang[Page.App].Sure[Page.Ask.word].title ?></button> <a class="button" href="<?cs var:url_validate(Page.Ask.back) ?>"><?cs
var:Lang.Sure.no ?></a></p>
</form>
<h2><?cs var:Lang.Sure.also ?></h2>
<p><?cs var:Lang[Page.App].Sure[Page.Ask.word].also ?></p>
<?cs if:Staff ?><?cs include!"staff_foot.cs" ?><?cs else ?><?cs include!"public_foot.cs" ?><?cs /if ?>
