<?cs set:Title = Lang.account.data ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/account/me/settings"><?cs var:Lang.Layout.back ?></a>
<h1><?cs var:Lang.account.data ?></h1>
<p class="soft no-print"><?cs var:Lang.account.data_about ?></p>
<button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button>
<form method="post" action="/account/me/data"><?cs include!"token.cs" ?><button class="button second" type="submit"><?cs
var:Lang.account.data_paper ?></button></form>
<form method="post" action="/account/me/export"><?cs include!"token.cs" ?><button class="button quiet" type="submit"><?cs
var:Lang.account.data_json ?></button></form>
<?cs each:s = Page.Sections ?><section class="card"><h2><?cs var:s.title ?></h2>
<?cs each:r = s.Rows ?><dl class="facts">
<?cs each:f = r.Fields ?><div><dt><?cs var:f.label ?></dt><dd><?cs var:f.value ?></dd></div>
<?cs /each ?></dl>
<?cs /each ?><?cs if:s.more ?><p class="soft"><?cs var:Lang.account.Data.more ?></p>
<?cs /if ?></section>
<?cs /each ?><?cs include!"volunteer_foot.cs" ?>
