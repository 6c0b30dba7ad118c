<?cs set:Title = Lang.account.correct ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <a href="/account/volunteers/<?cs
var:url_escape(Page.Held.no) ?>"><?cs var:Page.Held.name ?></a> › <?cs var:Lang.account.correct ?></p>
<h1><?cs var:Lang.account.correct ?></h1>
</div>
<p><?cs var:Lang.account.correct_about ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.account.Field.name ?></dt><dd><?cs var:Page.Held.name ?></dd></div>
<div><dt><?cs var:Lang.account.Field.id_no ?></dt><dd><?cs var:Page.Held.id_no ?> <?cs var:Page.Held.id_type ?></dd></div>
<div><dt><?cs var:Lang.account.Field.birth_on ?></dt><dd><?cs var:Page.Held.birth_on ?></dd></div>
</dl>
<form class="form" method="post" action="/account/volunteers/<?cs var:url_escape(Page.Held.no) ?>/correct" novalidate><?cs
include!"token.cs" ?>
<?cs call:person("name", "optional") ?><?cs call:select("id_type", "optional", Page.IdTypes) ?><?cs
call:idno("id_no", "optional") ?><?cs call:day("birth_on", "optional") ?><?cs
set:At.wide = #1 ?><?cs call:text_as("purpose", "required", Lang.account.correct_why, Lang.account.correct_why_hint) ?><?cs
set:At.wide = #1 ?><?cs call:text("proof", "required") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.correct_button ?></button></p>
</form>
<?cs if:subcount(Page.Corrections) ?><h2><?cs var:Lang.account.correct_before ?></h2>
<ul class="rows">
<?cs each:c = Page.Corrections ?><li><a href="/account/corrections/<?cs var:url_escape(c.no) ?>"><?cs var:c.no ?></a><span><?cs
var:c.purpose ?></span><span><?cs var:on(c.asked_at) ?></span><b class="tag correction <?cs var:c.state ?> end"><?cs
var:Lang.State.correction[c.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
