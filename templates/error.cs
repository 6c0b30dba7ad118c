<?cs #
error.cs - one page for every error. Page.Error is the word of err.h; Lang.Error.WORD.{title,text,todo} explain it, and
Lang.ErrorForPeople.WORD where people who are no staff need other words. The frame is that of whoever asked.
?><?cs
set:Staff = Page.Who.kind == "staff" || Page.Who.kind == "overseer" ?><?cs
set:Title = Lang.Error[Page.Error].title ?><?cs set:Say.text = Lang.Error[Page.Error].text ?><?cs
set:Say.todo = Lang.Error[Page.Error].todo ?><?cs if:!Staff && ?Lang.ErrorForPeople[Page.Error].title ?><?cs
set:Title = Lang.ErrorForPeople[Page.Error].title ?><?cs set:Say.text = Lang.ErrorForPeople[Page.Error].text ?><?cs
set:Say.todo = Lang.ErrorForPeople[Page.Error].todo ?><?cs /if ?><?cs
if:Page.Posted && ?Lang.ErrorPosted[Page.Error].title ?><?cs
set:Title = Lang.ErrorPosted[Page.Error].title ?><?cs set:Say.text = Lang.ErrorPosted[Page.Error].text ?><?cs
set:Say.todo = Lang.ErrorPosted[Page.Error].todo ?><?cs /if ?><?cs
if:Staff ?><?cs include!"staff_head.cs" ?><?cs else ?><?cs set:Large = #1 ?><?cs include!"public_head.cs" ?><?cs /if ?>
<h1><?cs var:Title ?></h1>
<p><?cs var:Say.text ?></p>
<p class="note"><?cs var:Say.todo ?></p>
<?cs if:subcount(Page.Typed) ?><h2><?cs var:Lang.Layout.typed ?></h2>
<dl class="facts"><?cs each:t = Page.Typed ?>
<div><dt><?cs var:t.label ?></dt><dd><?cs var:t.text ?></dd></div><?cs /each ?>
</dl>
<?cs /if ?><div class="acts"><?cs if:Page.Error == "sign_in" ?><?cs
if:Page.For != "staff" ?>
<?cs if:Page.Inside ?><a class="button" href="/account/wechat/start?to=<?cs var:url_escape(Page.To) ?>"><?cs
var:Lang.Layout.sign_in_volunteer ?></a><?cs else ?><a class="button" href="/account/sign-in?as=volunteer&amp;to=<?cs
var:url_escape(Page.To) ?>"><?cs var:Lang.Layout.sign_in_volunteer ?></a><?cs /if ?><?cs /if ?><?cs
if:Page.For != "people" ?>
<a class="button<?cs if:Page.For != "staff" ?> second<?cs /if ?>" href="/account/sign-in?to=<?cs var:url_escape(Page.To) ?>"><?cs
var:Lang.Layout.sign_in_staff ?></a><?cs /if ?><?cs
elif:Page.Error == "own" && Page.Who.self ?>
<form method="post" action="/account/family/self"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.Acting.back ?></button></form>
<a class="button second" href="/account/me"><?cs var:Lang.Acting.go_on ?></a><?cs
elif:Page.Way ?>
<a class="button" href="<?cs var:url_validate(Page.Way) ?>"><?cs var:Lang.Layout.go_on ?></a><?cs
elif:Page.Above ?>
<a class="button" href="<?cs var:url_validate(Page.Above) ?>"><?cs var:Lang.Layout.to_above ?></a><?cs
elif:Page.Who.kind == "staff" ?>
<a class="button" href="/account/desk"><?cs var:Lang.Layout.to_desk ?></a><?cs
elif:Page.Who.kind == "overseer" ?>
<a class="button" href="/station/overview"><?cs var:Lang.Layout.to_overview ?></a><?cs
elif:Page.Who.kind == "volunteer" ?>
<a class="button second" href="/account/me"><?cs var:Lang.Layout.to_me ?></a><?cs
else ?>
<a class="button second" href="/"><?cs var:Lang.Layout.to_front ?></a><?cs /if ?></div>
<?cs if:Staff ?><?cs include!"staff_foot.cs" ?><?cs else ?><?cs include!"public_foot.cs" ?><?cs /if ?>
