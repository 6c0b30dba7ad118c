<?cs set:Title = Lang.support.Fund.open ?><?cs include!"public_head.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Page.Station.name ?></a>
<h1><?cs var:Page.Station.name ?> <?cs var:Page.Year ?><?cs var:Lang.support.Fund.of_year ?><?cs var:Lang.support.Fund.open ?></h1>
<?cs if:subcount(Page.Years) > #1 ?><p><?cs each:y = Page.Years ?><?cs if:y.year != Page.Year ?><a class="go" href="?year=<?cs
var:y.year ?>"><?cs var:y.year ?><?cs var:Lang.support.Fund.of_year ?></a> <?cs /if ?><?cs /each ?></p>
<?cs /if ?><section class="card">
<dl class="facts">
<div><dt><?cs var:Lang.support.Fund.money_in ?></dt><dd><?cs var:Page.Sum.came ?> <?cs var:Lang.support.Fund.yuan ?></dd></div>
<div><dt><?cs var:Lang.support.Fund.goods_in ?></dt><dd><?cs var:Page.Sum.goods ?> <?cs var:Lang.support.Fund.yuan ?></dd></div>
<div><dt><?cs var:Lang.support.Fund.money_out ?></dt><dd><?cs var:Page.Sum.spent ?> <?cs var:Lang.support.Fund.yuan ?></dd></div>
<div><dt><?cs var:Lang.support.Fund.left_end ?></dt><dd><?cs var:Page.Sum.left ?> <?cs var:Lang.support.Fund.yuan ?></dd></div>
</dl>
</section>
<?cs if:subcount(Page.Sources) ?><h2><?cs var:Lang.support.Fund.by_source ?></h2>
<ul class="list">
<?cs each:s = Page.Sources ?><li><div class="row"><span><?cs var:s.source ?><small><?cs var:Lang.State.fund_entry_way[s.way] ?> <?cs
var:s.entries ?> <?cs var:Lang.support.Fund.count ?></small></span><span class="value"><?cs var:s.amount ?></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Purposes) ?><h2><?cs var:Lang.support.Fund.by_purpose ?></h2>
<ul class="list">
<?cs each:p = Page.Purposes ?><li><div class="row"><span><?cs if:p.project ?><?cs var:p.project ?><?cs else ?><?cs
var:Lang.support.Fund.free ?><?cs /if ?><small><?cs var:Lang.support.Fund.came ?> <?cs var:p.came ?><?cs
var:Lang.support.Fund.comma ?><?cs var:Lang.support.Fund.spent ?> <?cs var:p.spent ?></small></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Gifts) ?><h2><?cs var:Lang.support.Fund.gifts ?></h2>
<ul class="list">
<?cs each:g = Page.Gifts ?><li><div class="row"><span><?cs if:g.party ?><?cs var:g.party ?><?cs
elif:g.person == #1 ?><?cs var:Lang.support.Fund.neighbour ?><?cs else ?><?cs var:Lang.support.Fund.body ?><?cs
/if ?><small><?cs var:on(g.happened_on) ?> <?cs var:g.source ?> <?cs var:Lang.State.fund_entry_way[g.way] ?><?cs
if:g.project ?> <?cs var:g.project ?><?cs /if ?></small></span><span class="value"><?cs var:g.amount ?></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Spent) ?><h2><?cs var:Lang.support.Fund.spendings ?></h2>
<ul class="list">
<?cs each:s = Page.Spent ?><li><div class="row"><span><?cs var:s.purpose ?><small><?cs var:on(s.happened_on) ?><?cs
if:s.project ?> <?cs var:s.project ?> <?cs var:s.label ?><?cs /if ?></small></span><span class="value"><?cs
var:s.amount ?></span></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:!subcount(Page.Sources) && !subcount(Page.Gifts) && !subcount(Page.Spent) ?><div class="empty"><p><?cs
var:Lang.support.Fund.open_empty ?></p></div>
<?cs /if ?><p class="soft"><?cs var:Lang.support.Fund.open_about ?></p>
<button class="button second js-only" type="button" data-print><?cs var:Lang.support.Fund.print ?></button>
<?cs include!"public_foot.cs" ?>
