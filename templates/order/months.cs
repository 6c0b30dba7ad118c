<?cs # visits, calls and what was missed, by month: Page.Months ?><?cs
if:subcount(Page.Months) ?><h2><?cs var:Lang.order.months ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.order.months ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.order.months ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.order.month ?></th><th class="num" scope="col"><?cs
var:Lang.order.month_visits ?></th><th class="num" scope="col"><?cs var:Lang.order.month_calls ?></th><th class="num" scope="col"><?cs
var:Lang.order.month_missed ?></th></tr></thead>
<tbody>
<?cs each:m = Page.Months ?><tr><td><?cs var:m.month ?></td><td class="num"><?cs var:m.visits ?></td><td class="num"><?cs
var:m.calls ?></td><td class="num"><?cs var:m.missed ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?>
