<?cs set:Title = Lang.bank.counter ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<p class="crumb"><a href="/bank/gifts"><?cs var:Lang.bank.gifts ?></a> › <?cs var:Lang.bank.counter ?></p>
<h1><?cs var:Lang.bank.counter ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?></div>
</div>
<form class="form" method="post" action="/bank/gifts/code" novalidate><?cs include!"token.cs" ?>
<?cs call:code_typed_as("letters", "required", Lang.bank.letters, Lang.bank.letters_hint) ?><p class="acts"><button class="button go"
type="submit"><?cs var:Lang.bank.letters_find ?></button></p>
</form>
<form class="filters" action="/bank/gifts/waiting"><?cs call:filter_select("state", Lang.State.gift_exchange) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Exchanges) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.counter ?></caption>
<thead><tr><?cs call:column("day", Lang.bank.Counter.day) ?><?cs call:column("gift", Lang.bank.Counter.gift) ?><?cs
call:column_num("points", Lang.bank.Counter.points) ?><?cs call:column_num("hours", Lang.bank.Counter.hours) ?><?cs
call:column("who", Lang.bank.Counter.who) ?><?cs call:column("until", Lang.bank.Counter.until) ?><?cs
call:column("clerk", Lang.bank.Counter.clerk) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:x = Page.Exchanges ?><tr><td><?cs var:short(x.day) ?></td><td class="w"><a href="/bank/gifts/x/<?cs var:x.uid ?>"><?cs
var:x.gift ?></a></td><td class="num"><?cs var:x.points ?></td><td class="num"><?cs var:x.hours ?></td><td><?cs
var:x.who ?></td><td><?cs var:short(x.until) ?></td><td><?cs var:x.clerk ?></td><td><b class="tag <?cs var:x.state ?>"><?cs
var:Lang.State.gift_exchange[x.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.counter_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
