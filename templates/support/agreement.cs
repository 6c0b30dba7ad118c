<?cs set:Title = Page.Agreement.name ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/support/agreements"><?cs var:Lang.support.agreements ?></a> › <?cs var:Page.Agreement.no ?></p>
<h1><?cs var:Page.Agreement.name ?> <?cs var:Page.Text.title ?></h1>
<b class="tag <?cs var:Page.Agreement.state ?>"><?cs var:Lang.support.Signed[Page.Agreement.state] ?></b>
<div class="acts"><?cs if:Page.Agreement.how == "paper" && !Page.Agreement.ended_at ?><a class="button" href="/support/agreements/<?cs
var:Page.Agreement.uid ?>/edit" data-key="e"><?cs var:Lang.Layout.edit ?></a>
<?cs /if ?><?cs if:Page.Agreement.document ?><a class="button" href="/support/agreements/<?cs
var:Page.Agreement.uid ?>/paper"><?cs var:Lang.support.scan ?></a>
<?cs /if ?><a class="button" href="/support/agreements/<?cs var:Page.Agreement.uid ?>/print"><?cs var:Lang.support.sheet ?></a></div>
</div>
<?cs if:Page.Agreement.ended_at ?><p class="note bad"><?cs var:Lang.support.agreement_ended ?> <?cs var:at(Page.Agreement.ended_at) ?> <?cs
var:Page.Agreement.ended_by ?> <?cs var:Page.Agreement.end_reason ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.support.volunteer_no ?></dt><dd><?cs if:Page.Agreement.no ?><a href="/account/volunteers/<?cs
var:Page.Agreement.no ?>"><?cs var:Page.Agreement.no ?></a><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.support.version ?></dt><dd><a href="/support/texts/<?cs var:Page.Text.uid ?>"><?cs
var:Page.Text.title ?> <?cs var:Page.Text.version ?></a></dd></div>
<div><dt><?cs var:Lang.support.Agreements.how ?></dt><dd><?cs var:Lang.State.agreement_how[Page.Agreement.how] ?><?cs
if:Page.Agreement.noted_by ?> <?cs var:Page.Agreement.noted_by ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.support.signed_on ?></dt><dd><?cs var:on(Page.Agreement.signed_on) ?></dd></div>
<div><dt><?cs var:Lang.support.valid_until ?></dt><dd><?cs var:on(Page.Agreement.valid_until) ?></dd></div>
<div><dt><?cs var:Lang.support.entered ?></dt><dd><?cs var:at(Page.Agreement.signed_at) ?></dd></div>
</dl>
<h2><?cs var:Lang.support.words ?></h2>
<div class="note"><?cs each:l = Page.Text.Lines ?><p><?cs var:l.line ?></p>
<?cs /each ?></div>
<?cs if:!Page.Agreement.ended_at ?><h2><?cs var:Lang.support.agreement_end ?></h2>
<form class="form" method="post" action="/support/agreements/<?cs var:Page.Agreement.uid ?>/end" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?><p class="acts"><button class="button bad" type="submit"><?cs
var:Lang.support.agreement_end ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
