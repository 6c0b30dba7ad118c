<?cs set:Title = Lang.account.correct ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/account/me/edit"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.correct ?></h1>
<p><?cs var:Lang.account.correct_about_me ?></p>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.account.Field.name ?></dt><dd><?cs var:Page.Held.name ?></dd></div>
<div><dt><?cs var:Lang.account.Field.id_no ?></dt><dd><?cs var:Page.Held.id_no ?> <?cs var:Page.Held.id_type ?></dd></div>
<div><dt><?cs var:Lang.account.Field.birth_on ?></dt><dd><?cs var:Page.Held.birth_on ?></dd></div>
</dl></section>
<?cs each:c = Page.Corrections ?><?cs if:c.state == "open" ?><p class="note wait"><?cs var:Lang.account.correct_waits ?></p>
<?cs /if ?><?cs /each ?><form method="post" action="/account/me/correct" novalidate><?cs include!"token.cs" ?>
<?cs call:person("name", "optional") ?><?cs call:select("id_type", "optional", Page.IdTypes) ?><?cs
call:idno("id_no", "optional") ?><?cs call:day("birth_on", "optional") ?><?cs
call:text_as("purpose", "required", Lang.account.correct_why, Lang.account.correct_why_hint) ?><?cs
call:text("proof", "required") ?><button class="button" type="submit"><?cs var:Lang.account.correct_button ?></button>
</form>
<?cs if:subcount(Page.Corrections) ?><h2><?cs var:Lang.account.correct_before ?></h2>
<ol class="line">
<?cs each:c = Page.Corrections ?><li><strong><?cs var:Lang.State.correction[c.state] ?></strong> <?cs var:on(c.asked_at) ?><br>
<small><?cs var:c.purpose ?><?cs if:c.answer ?><br>
<?cs var:c.answer ?><?cs /if ?></small></li>
<?cs /each ?></ol>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
