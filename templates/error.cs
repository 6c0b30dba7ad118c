<?cs #
error.cs - one page for every error. Page.Error is the word of err.h; Lang.Error.WORD.{title,text,todo} explain it, and
Lang.ErrorForPeople.WORD where people who are no staff need other words. The frame is that of whoever asked.
?><?cs
set:Staff = Page.Who.kind == "staff" || Page.Who.kind == "overseer" ?><?cs
set:Title = Lang.Error[Page.Error].title ?><?cs set:Say.text = Lang.Error[Page.Error].text ?><?cs
set:Say.todo = Lang.Error[Page.Error].todo ?><?cs if:!Staff && ?Lang.ErrorForPeople[Page.Error].title ?><?cs
set:Title = Lang.ErrorForPeople[Page.Error].title ?><?cs set:Say.text = Lang.ErrorForPeople[Page.Error].text ?><?cs
set:Say.todo = Lang.ErrorForPeople[Page.Error].todo ?><?cs /if ?><?cs
if:Staff ?><?cs include!"staff_head.cs" ?><?cs else ?><?cs include!"public_head.cs" ?><?cs /if ?>
<h1><?cs var:Title ?></h1>
<p><?cs var:Say.text ?></p>
<p class="note"><?cs var:Say.todo ?></p>
<?cs if:subcount(Page.Typed) ?><h2><?cs var:Lang.Layout.typed ?></h2>
<dl class="facts"><?cs each:t = Page.Typed ?>
<div><dt><?cs var:t.label ?></dt><dd><?cs var:t.text ?></dd></div><?cs /each ?>
</dl>
<?cs /if ?><div class="acts"><?cs if:Page.Error == "sign_in" ?>
<a class="button" href="/account/wechat/start?to=<?cs var:url_escape(Page.Path) ?>"><?cs var:Lang.Layout.sign_in_volunteer ?></a>
<a class="button second" href="/account/sign-in?to=<?cs var:url_escape(Page.Path) ?>"><?cs var:Lang.Layout.sign_in_staff ?></a><?cs
elif:Page.Who.kind == "staff" ?>
<a class="button" href="/account/desk"><?cs var:Lang.Layout.to_desk ?></a><?cs
elif:Page.Who.kind == "overseer" ?>
<a class="button" href="/station/overview"><?cs var:Lang.Layout.to_overview ?></a><?cs
elif:Page.Who.kind == "volunteer" ?>
<a class="button second" href="/account/me"><?cs var:Lang.Layout.to_me ?></a><?cs
else ?>
<a class="button second" href="/"><?cs var:Lang.Layout.to_front ?></a><?cs /if ?></div>
<?cs if:Staff ?><?cs include!"staff_foot.cs" ?><?cs else ?><?cs include!"public_foot.cs" ?><?cs /if ?>
