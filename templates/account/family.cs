<?cs set:Title = Lang.account.family ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me"><?cs var:Lang.Layout.to_me ?></a>
<h1><?cs var:Lang.account.family ?></h1>
<p><?cs var:Lang.account.family_about ?></p>
<?cs each:f = Page.By ?><?cs if:!f.person_agreed_at ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.family_asks ?></header>
<h2><?cs var:f.name ?><?cs if:f.relation ?><?cs var:Lang.Layout.also ?><?cs
var:f.relation ?><?cs var:Lang.Layout.also_end ?><?cs /if ?></h2>
<p><?cs var:Lang.account.family_asks_about ?></p>
<form method="post" action="/account/family/<?cs var:f.uid ?>/agree"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.account.family_agree ?></button></form>
<form method="post" action="/account/family/<?cs var:f.uid ?>/end"><?cs include!"token.cs" ?>
<button class="button second" type="submit"><?cs var:Lang.account.family_decline ?></button></form>
</section>
<?cs /if ?><?cs /each ?><?cs each:c = Page.Children ?><section class="card todo">
<header class="wait"><?cs var:Lang.account.family_child_asks ?></header>
<h2><?cs var:c.name ?></h2>
<p><?cs if:c.agreed == #1 ?><?cs var:Lang.account.family_child_agreed ?><?cs
else ?><?cs var:Lang.account.family_child_waits ?><?cs /if ?></p>
<form method="post" action="/account/family/guard"><?cs include!"token.cs" ?><input type="hidden" name="child" value="<?cs
var:c.uid ?>"><input type="hidden" name="answer" value="yes">
<button class="button" type="submit"><?cs var:Lang.account.family_child_yes ?></button></form>
<?cs if:c.agreed != #1 ?><form method="post" action="/account/family/guard"><?cs
include!"token.cs" ?><input type="hidden" name="child" value="<?cs var:c.uid ?>"><input type="hidden" name="answer" value="no">
<button class="button second" type="submit"><?cs var:Lang.account.family_child_no ?></button></form>
<?cs /if ?></section>
<?cs /each ?><?cs if:Page.Prove ?><p class="note"><?cs var:Lang.account.family_prove ?></p>
<a class="button second" href="/account/me/phone"><?cs var:Lang.account.family_prove_go ?></a>
<?cs /if ?><h2><?cs var:Lang.account.family_for ?></h2>
<?cs if:subcount(Page.For) ?><?cs each:f = Page.For ?><section class="card">
<h3><?cs var:f.name ?><?cs if:f.relation ?><?cs var:Lang.Layout.also ?><?cs
var:f.relation ?><?cs var:Lang.Layout.also_end ?><?cs /if ?></h3>
<p><b class="tag <?cs if:f.holds == #1 ?>good<?cs else ?>wait<?cs /if ?>"><?cs var:Lang.account.FamilyKind[f.kind] ?></b> <?cs
if:f.grown == #1 ?><?cs var:Lang.account.family_grown ?><?cs
elif:f.holds == #1 ?><?cs var:Lang.account.FamilyWay[f.way] ?> <?cs var:on(f.person_agreed_at) ?><?cs
else ?><?cs var:Lang.account.family_yours ?><?cs /if ?></p>
<?cs if:f.now == #1 ?><p class="note good"><?cs var:Lang.account.family_now ?></p>
<?cs elif:f.holds == #1 ?><form method="post" action="/account/family/<?cs var:f.uid ?>/act"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.account.family_act ?><?cs var:f.name ?><?cs
var:Lang.account.family_act_end ?></button></form>
<?cs elif:!f.proxy_agreed_at ?><form method="post" action="/account/family/<?cs var:f.uid ?>/agree"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.account.family_willing ?></button></form>
<?cs /if ?><?cs if:!Page.Who.self ?><form method="post" action="/account/family/<?cs var:f.uid ?>/end"><?cs include!"token.cs" ?>
<button class="button quiet" type="submit"><?cs var:Lang.account.family_end ?></button></form>
<?cs /if ?></section>
<?cs /each ?><?cs else ?><p class="soft"><?cs var:Lang.account.family_none ?></p>
<?cs /if ?><?cs if:!Page.Who.self ?><a class="button second" href="/account/family/child"><?cs var:Lang.account.family_child ?></a>
<a class="button second" href="/account/family/ask"><?cs var:Lang.account.family_new ?></a>
<?cs /if ?><h2><?cs var:Lang.account.family_by ?></h2>
<ul class="list">
<?cs each:f = Page.By ?><?cs if:f.person_agreed_at ?><li class="row"><span><?cs var:f.name ?><?cs
if:f.relation ?><?cs var:Lang.Layout.also ?><?cs var:f.relation ?><?cs var:Lang.Layout.also_end ?><?cs /if ?><small><?cs
var:Lang.account.FamilyKind[f.kind] ?> <?cs
var:on(f.person_agreed_at) ?><?cs if:f.kind == "guardian" ?><br><?cs
var:Lang.account.family_by_guardian ?><br><a href="/account/me/guardian"><?cs
var:Lang.account.guarding ?></a><?cs /if ?></small></span><?cs
if:!Page.Who.self && f.kind == "proxy" ?><form method="post" action="/account/family/<?cs var:f.uid ?>/end"><?cs include!"token.cs" ?>
<button class="button quiet" type="submit"><?cs var:Lang.account.family_end_by ?></button></form><?cs /if ?></li>
<?cs /if ?><?cs /each ?></ul>
<p class="soft"><?cs var:Lang.account.family_by_about ?></p>
<h2><?cs var:Lang.account.family_not ?></h2>
<ul class="line">
<?cs each:n = Lang.account.FamilyNot ?><li><?cs var:n ?></li>
<?cs /each ?></ul>
<?cs include!"volunteer_foot.cs" ?>
