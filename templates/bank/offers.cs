<?cs set:Title = Lang.bank.offers ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.offers ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button go" href="/bank/offers/new" data-key="n"><?cs var:Lang.bank.offer_new ?></a></div>
</div>
<?cs if:subcount(Page.Offers) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.bank.offers ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.offers ?></caption>
<thead><tr><?cs call:column("partner", Lang.bank.Offers.partner) ?><?cs call:column("offer", Lang.bank.Offers.offer) ?><?cs
call:column_num("star", Lang.bank.Offers.star) ?><?cs call:column_num("hours", Lang.bank.Offers.hours) ?><?cs
call:column("until", Lang.bank.Offers.until) ?><?cs call:column("clerk", Lang.bank.Offers.clerk) ?><?cs
call:column("state", Lang.Layout.state) ?><th scope="col"><?cs var:Lang.bank.Duty.act ?></th></tr></thead>
<tbody>
<?cs each:o = Page.Offers ?><tr><td><?cs var:o.partner ?></td><td class="w"><?cs var:o.offer ?></td><td class="num"><?cs
var:o.star ?></td><td class="num"><?cs var:o.hours ?></td><td><?cs var:short(o.until) ?></td><td><?cs var:o.clerk ?></td><td><b
 class="tag <?cs var:o.state ?>"><?cs var:Lang.bank.OfferState[o.state] ?></b></td><td><?cs
if:o.state != "off" ?><a href="/bank/offers/<?cs var:o.uid ?>"><?cs var:Lang.Layout.amend ?><span class="hidden"> <?cs
var:o.partner ?></span></a> <?cs /if ?><?cs 
if:o.state == "on" ?><form method="post" action="/bank/offers/<?cs var:o.uid ?>/end"><?cs include!"token.cs" ?><button
 class="button bad" type="submit"><?cs var:Lang.bank.offer_end ?></button></form><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs else ?><p class="empty"><?cs var:Lang.bank.offers_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
