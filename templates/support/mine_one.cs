<?cs set:Title = Page.Text.title ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/support/mine"><?cs var:Lang.support.mine ?></a>
<h1><?cs var:Page.Text.title ?></h1>
<p><b class="tag <?cs var:Page.Agreement.state ?>"><?cs var:Lang.support.Signed[Page.Agreement.state] ?></b></p>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.support.with_station ?></dt><dd><?cs var:Page.Agreement.station ?></dd></div>
<div><dt><?cs var:Lang.support.version ?></dt><dd><?cs var:Page.Text.version ?></dd></div>
<div><dt><?cs var:Lang.support.Agreements.how ?></dt><dd><?cs var:Lang.State.agreement_how[Page.Agreement.how] ?></dd></div>
<div><dt><?cs var:Lang.support.signed_on ?></dt><dd><?cs var:on(Page.Agreement.signed_on) ?></dd></div>
<div><dt><?cs var:Lang.support.valid_until ?></dt><dd><?cs var:on(Page.Agreement.valid_until) ?></dd></div>
<?cs if:Page.Agreement.ended_at ?><div><dt><?cs var:Lang.support.agreement_ended ?></dt><dd><?cs
var:at(Page.Agreement.ended_at) ?> <?cs var:Page.Agreement.end_reason ?></dd></div>
<?cs /if ?></dl></section>
<a class="button second" href="/support/mine/<?cs var:Page.Agreement.uid ?>/print"><?cs var:Lang.support.sheet ?></a>
<section class="card paper">
<?cs each:l = Page.Text.Lines ?><p><?cs var:l.line ?></p>
<?cs /each ?></section>
<?cs include!"volunteer_foot.cs" ?>
