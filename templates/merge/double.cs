<?cs set:Title = Lang.merge.compare ?><?cs set:Section = "doubles" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/merge/"><?cs var:Lang.merge.title ?></a> › <?cs var:Lang.merge.compare ?></p>
<h1><?cs var:Lang.merge.compare ?></h1>
<b class="tag person_double <?cs var:Page.Double.state ?>"><?cs var:Lang.State.person_double[Page.Double.state] ?></b>
</div>
<?cs set:HeadA = Lang.merge.side_a ?><?cs set:HeadB = Lang.merge.side_b ?><?cs include!"merge/_sides.cs" ?><?cs
if:Page.Double.open_no ?><p class="note wait"><?cs var:Lang.merge.is_asked ?> <a href="/merge/<?cs
var:url_escape(Page.Double.open_no) ?>"><?cs var:Page.Double.open_no ?></a></p>
<?cs elif:Page.Double.hindrance ?><p class="note bad"><?cs var:Lang.merge.Message[Page.Double.hindrance] ?></p>
<?cs elif:Page.Double.state == "open" ?><h2><?cs var:Lang.merge.ask ?></h2>
<p><?cs if:Page.Double.across ?><?cs var:Lang.merge.ask_across ?><?cs else ?><?cs var:Lang.merge.ask_here ?><?cs /if ?></p>
<form class="form" method="post" action="/merge/double/<?cs var:url_escape(Page.Double.uid) ?>/ask" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:radios("keep", "required", Lang.merge.Keep) ?><?cs
set:At.wide = #1 ?><?cs call:text("purpose", "required") ?><?cs
set:At.wide = #1 ?><?cs call:check("document_seen", "") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.merge.ask_button ?></button></p>
</form>
<?cs if:Page.A.ours || Page.B.ours ?><h2><?cs var:Lang.merge.correct ?></h2>
<p><?cs var:Lang.merge.correct_about ?></p>
<p class="acts"><?cs if:Page.A.ours ?><a class="button" href="/account/volunteers/<?cs var:url_escape(Page.A.no) ?>/correct"><?cs
var:Lang.merge.correct_button ?> <?cs var:Page.A.no ?></a><?cs /if ?><?cs if:Page.B.ours ?> <a class="button" href="/account/volunteers/<?cs
var:url_escape(Page.B.no) ?>/correct"><?cs var:Lang.merge.correct_button ?> <?cs var:Page.B.no ?></a><?cs /if ?></p>
<?cs /if ?><h2><?cs var:Lang.merge.apart ?></h2>
<form method="post" action="/merge/double/<?cs var:url_escape(Page.Double.uid) ?>/apart"><?cs include!"token.cs" ?>
<p><?cs var:Lang.merge.apart_about ?></p>
<button class="button" type="submit"><?cs var:Lang.merge.apart ?></button></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
