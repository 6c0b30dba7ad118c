<?cs set:Title = Page.Text.title ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/support/mine"><?cs var:Lang.support.mine ?></a>
<h1><?cs var:Page.Text.title ?></h1>
<p><?cs var:Page.Station.name ?><br><small><?cs var:Lang.support.version ?> <?cs var:Page.Text.version ?></small></p>
<section class="card paper">
<?cs each:l = Page.Text.Lines ?><p><?cs var:l.line ?></p>
<?cs /each ?></section>
<?cs if:Page.Agreed ?><p class="note good"><?cs var:Lang.support.agreed ?></p>
<?cs elif:Page.Can.sign ?><p><?cs var:Lang.support.sign_about ?></p>
<form method="post" action="/support/sign/<?cs var:Page.Station.no ?>" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="text" value="<?cs var:Page.Text.uid ?>">
<?cs call:check("agree", "") ?><?cs call:text("code", "required") ?><button class="button" type="submit"><?cs
var:Lang.support.sign ?></button>
</form>
<?cs else ?><p class="note wait"><?cs if:Page.Minor ?><?cs var:Lang.support.sign_minor ?><?cs else ?><?cs
var:Lang.support.sign_paper ?><?cs /if ?></p>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
