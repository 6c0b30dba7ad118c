<?cs set:Title = Page.Training.title ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs
set:Base = "/training/" + Page.Training.no ?>
<a class="back" href="<?cs var:url_validate(Base) ?>"><?cs var:Page.Training.title ?></a>
<h1><?cs var:Lang.training.sign_here ?></h1>
<p><b><?cs var:span(Page.Training.starts_at + "/" + Page.Training.ends_at) ?></b><br><?cs var:Page.Training.place ?></p>
<?cs if:Page.Why ?><p class="note wait"><?cs var:Lang.training.Sign[Page.Why] ?></p>
<?cs elif:Page.Ticket ?><form method="post" action="<?cs var:url_validate(Base) ?>/sign-in"><?cs include!"token.cs" ?><input
type="hidden" name="code" value="<?cs var:Page.Ticket ?>"><button class="button" type="submit"><?cs include!"icon/check.cs" ?><?cs
var:Lang.training.sign_confirm ?></button></form>
<?cs else ?><p><?cs var:Lang.training.sign_how ?></p>
<form method="post" action="<?cs var:url_validate(Base) ?>/sign-in" novalidate><?cs include!"token.cs" ?>
<?cs call:code("code", "required") ?><button class="button" type="submit"><?cs var:Lang.training.sign_confirm ?></button></form>
<?cs /if ?><?cs include!"resident_foot.cs" ?>
