<?cs set:Title = Lang.account.family ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/account/volunteers"><?cs var:Lang.account.volunteers ?></a> › <a href="/account/volunteers/<?cs
var:url_escape(Page.Held.no) ?>"><?cs var:Page.Held.name ?></a> › <?cs var:Lang.account.family ?></p>
<h1><?cs var:Lang.account.family ?></h1>
</div>
<?cs if:Page.Code.text ?><p class="note good"><?cs var:Lang.account.kin_code_given ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.account.Field.family_code ?></dt><dd class="code"><?cs var:Page.Code.text ?></dd></div>
<div><dt><?cs var:Lang.account.bind_until ?></dt><dd><?cs var:at(Page.Code.until) ?></dd></div>
</dl>
<?cs /if ?><?cs if:subcount(Page.Family) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.account.family ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.account.family ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.account.kin_who ?></th><th scope="col"><?cs var:Lang.account.no ?></th><th scope="col"><?cs
var:Lang.account.kin_relation ?></th><th scope="col"><?cs var:Lang.account.kin_way ?></th><th scope="col"><?cs
var:Lang.account.Field.paper_no ?></th><th scope="col"><?cs var:Lang.account.kin_from ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th><th scope="col"><?cs var:Lang.account.family_end ?></th></tr></thead>
<tbody>
<?cs each:f = Page.Family ?><tr><td><?cs if:f.name ?><?cs var:f.name ?><?cs
else ?><?cs var:Lang.account.kin_nobody_yet ?><?cs /if ?></td><td><?cs
var:f.no ?></td><td><?cs var:f.relation ?></td><td><?cs var:Lang.account.FamilyWay[f.way] ?></td><td><?cs
var:f.paper_no ?></td><td><?cs var:short(f.given_at) ?></td><td><?cs
if:f.ended_at ?><b class="tag off"><?cs var:Lang.account.FamilyEnded[f.ended_by] ?></b> <?cs var:short(f.ended_at) ?><?cs
elif:f.holds == #1 ?><b class="tag good"><?cs var:Lang.account.kin_holds ?></b><?cs
elif:f.lapsed ?><b class="tag off"><?cs var:Lang.account.kin_lapsed ?></b><?cs
else ?><b class="tag wait"><?cs if:f.coded == #1 ?><?cs var:Lang.account.kin_coded ?><?cs
elif:f.person_agreed_at ?><?cs var:Lang.account.kin_proxy_waits ?><?cs
else ?><?cs var:Lang.account.kin_person_waits ?><?cs /if ?></b><?cs /if ?></td><td><?cs
if:!f.ended_at && !f.lapsed ?><form method="post" action="/account/volunteers/<?cs var:url_escape(Page.Held.no) ?>/family/<?cs
var:f.uid ?>/end"><?cs
include!"token.cs" ?><button class="button" type="submit"><?cs var:Lang.account.family_end ?></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.account.kin_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.account.kin_paper ?></h2>
<p><?cs var:Lang.account.kin_paper_about ?></p>
<form class="form" method="post" action="/account/volunteers/<?cs var:url_escape(Page.Held.no) ?>/family" novalidate><?cs
include!"token.cs" ?>
<?cs call:text_short("proxy_no", "required") ?><?cs
call:text_short_as("relation", "required", Lang.account.kin_relation, Lang.account.kin_relation_hint) ?><?cs
call:text_short("paper_no", "required") ?><?cs set:At.wide = #1 ?><?cs
call:check("document_seen", Lang.account.kin_paper_seen) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.account.kin_paper_save ?></button></p>
</form>
<h2><?cs var:Lang.account.kin_code ?></h2>
<p><?cs var:Lang.account.kin_code_about ?></p>
<form method="post" action="/account/volunteers/<?cs var:url_escape(Page.Held.no) ?>/family/code"><?cs include!"token.cs" ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.account.kin_code_make ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
