<?cs set:Title = Lang.support.agreements ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.support.agreements ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/support/texts"><?cs var:Lang.support.texts ?></a>
<a class="button go" href="/support/agreements/new" data-key="n"><?cs var:Lang.support.agreement_new ?></a></div>
</div>
<form class="filters" action="/support/agreements"><?cs call:filter_text("q") ?><?cs
call:filter_select("how", Lang.State.agreement_how) ?><?cs call:filter_day("until", Lang.support.until) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Agreements) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.support.agreements ?></caption>
<thead><tr><?cs call:column("no", Lang.support.volunteer_no) ?><?cs call:column("name", Lang.support.name) ?><?cs
call:column("title", Lang.support.Agreements.title) ?><?cs call:column_num("version", Lang.support.version) ?><?cs
call:column("how", Lang.support.Agreements.how) ?><?cs call:column("signed_on", Lang.support.signed_on) ?><?cs
call:column("valid_until", Lang.support.valid_until) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:g = Page.Agreements ?><tr><td><a href="/support/agreements/<?cs var:g.uid ?>"><?cs if:g.no ?><?cs var:g.no ?><?cs
else ?><?cs var:Lang.support.look ?><?cs /if ?></a></td><td><?cs var:g.name ?></td><td class="w"><?cs var:g.title ?></td><td
 class="num"><?cs var:g.version ?></td><td><?cs var:Lang.State.agreement_how[g.how] ?></td><td><?cs var:short(g.signed_on) ?></td><td><?cs
var:on(g.valid_until) ?></td><td><b class="tag <?cs var:g.state ?>"><?cs var:Lang.support.Signed[g.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.support.agreements_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
