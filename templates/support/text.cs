<?cs set:Title = Page.Text.title ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/texts"><?cs var:Lang.support.texts ?></a> › <?cs var:Page.Text.title ?></p>
<h1><?cs var:Page.Text.title ?></h1>
<div class="acts"><?cs if:Page.Can.end ?><a class="button" href="/support/texts/new" data-key="e"><?cs
var:Lang.support.text_correct ?></a>
<?cs /if ?><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<?cs if:Page.Text.ended_at ?><p class="note bad"><?cs var:Lang.support.text_ended ?> <?cs var:at(Page.Text.ended_at) ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.support.version ?></dt><dd><?cs var:Page.Text.version ?></dd></div>
<div><dt><?cs var:Lang.support.holds_for ?></dt><dd><?cs var:Page.Text.station ?><?cs var:Page.Text.region ?></dd></div>
<div><dt><?cs var:Lang.support.Field.valid_months ?></dt><dd><?cs var:Page.Text.valid_months ?></dd></div>
<div><dt><?cs var:Lang.support.made_at ?></dt><dd><?cs var:Page.Text.made_by ?> <?cs var:at(Page.Text.made_at) ?></dd></div>
</dl>
<h2><?cs var:Lang.support.words ?></h2>
<?cs each:l = Page.Text.Lines ?><p><?cs var:l.line ?></p>
<?cs /each ?><?cs if:Page.Can.end ?><h2 class="no-print"><?cs var:Lang.support.text_end ?></h2>
<p class="no-print"><?cs var:Lang.support.text_end_about ?></p>
<form class="no-print" method="post" action="/support/texts/<?cs var:Page.Text.uid ?>/end"><?cs include!"token.cs" ?>
<button class="button bad" type="submit"><?cs var:Lang.support.text_end ?></button></form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
