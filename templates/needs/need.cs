<?cs set:Title = Lang.needs.need + " " + Page.Need.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/ledger"><?cs var:Lang.needs.ledger ?></a> › <?cs var:Page.Need.no ?></p>
<h1><?cs var:Lang.needs.need ?> <?cs var:Page.Need.no ?></h1>
<b class="tag <?cs var:Page.Need.state ?>"><?cs var:Lang.State.need[Page.Need.state] ?></b>
<div class="acts"><?cs if:Page.Need.state == "verified" || Page.Need.state == "in_project" ?>
<form method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/done"><?cs include!"token.cs" ?>
<button class="button" type="submit"><?cs var:Lang.needs.mark_done ?></button></form><?cs
/if ?><?cs if:Page.Need.state == "verified" ?>
<a class="button go" href="/project/new?need=<?cs var:url_escape(Page.Need.no) ?>"><?cs var:Lang.needs.to_project ?></a><?cs
/if ?></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.needs.day ?></dt><dd><?cs var:at(Page.Need.registered_at) ?></dd></div>
<div><dt><?cs var:Lang.needs.source ?></dt><dd><?cs var:Lang.needs.Source[Page.Need.source] ?></dd></div>
<div><dt><?cs var:Lang.needs.category ?></dt><dd><?cs var:Page.Need.category_name ?></dd></div>
<?cs if:Page.Need.target_name ?><div><dt><?cs var:Lang.needs.target_group ?></dt><dd><?cs var:Page.Need.target_name ?></dd></div>
<?cs /if ?><?cs if:Page.Need.age_band ?><div><dt><?cs var:Lang.needs.age_band ?></dt><dd><?cs var:Page.Need.age_band ?></dd></div>
<?cs /if ?><?cs if:Page.Need.grid ?><div><dt><?cs var:Lang.needs.grid ?></dt><dd><?cs var:Page.Need.grid ?></dd></div>
<?cs /if ?><div class="whole"><dt><?cs var:Lang.needs.description ?></dt><dd><?cs var:Page.Need.description ?></dd></div>
<?cs if:Page.Need.wished ?><div><dt><?cs var:Lang.needs.wished ?></dt><dd><?cs var:Page.Need.wished ?></dd></div>
<?cs /if ?><?cs if:Page.Need.frequency ?><div><dt><?cs var:Lang.needs.frequency ?></dt><dd><?cs var:Page.Need.frequency ?></dd></div>
<?cs /if ?><?cs if:Page.Need.risk ?><div class="whole"><dt><?cs var:Lang.needs.risk ?></dt><dd><?cs var:Page.Need.risk ?></dd></div>
<?cs /if ?><?cs if:Page.Need.name ?><div><dt><?cs var:Lang.Field.name ?></dt><dd><?cs var:Page.Need.name ?></dd></div>
<?cs /if ?><?cs if:Page.Need.phone ?><div><dt><?cs var:Lang.Field.phone ?></dt><dd><?cs var:Page.Need.phone ?></dd></div>
<?cs /if ?><?cs if:Page.Need.verified_by ?><div><dt><?cs var:Lang.needs.verified_by ?></dt><dd><?cs
var:Page.Need.verified_by ?> <?cs var:at(Page.Need.verified_at) ?></dd></div>
<?cs /if ?><?cs if:Page.Need.verify_note ?><div><dt><?cs var:Lang.needs.verify_note ?></dt><dd><?cs var:Page.Need.verify_note ?></dd></div>
<?cs /if ?><?cs if:Page.Need.decline_reason ?><div class="whole"><dt><?cs var:Lang.needs.decline_reason ?></dt><dd><?cs
var:Page.Need.decline_reason ?></dd></div>
<?cs /if ?><?cs if:Page.Need.done_on ?><div><dt><?cs var:Lang.needs.done_on ?></dt><dd><?cs var:on(Page.Need.done_on) ?></dd></div>
<?cs /if ?></dl>
<?cs if:subcount(Page.Projects) ?><h2><?cs var:Lang.needs.projects ?></h2>
<ul class="rows">
<?cs each:p = Page.Projects ?><li><a href="/project/<?cs var:p.no ?>"><?cs var:p.no ?></a> <span><?cs var:p.title ?></span>
<b class="tag <?cs var:p.state ?> end"><?cs var:Lang.State.project[p.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:Page.Need.state == "to_verify" || Page.Need.state == "verified" ?><div class="two">
<?cs if:Page.Need.state == "to_verify" ?><section>
<h2><?cs var:Lang.needs.verify ?></h2>
<form class="form" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/verify" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("note", "optional") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.needs.verify ?></button></p>
</form>
</section>
<?cs /if ?><section>
<h2><?cs var:Lang.needs.decline ?></h2>
<form class="form" method="post" action="/needs/ledger/<?cs var:Page.Need.no ?>/decline" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.needs.decline ?></button></p>
</form>
</section>
</div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
