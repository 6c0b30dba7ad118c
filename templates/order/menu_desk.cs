<?cs set:Title = Lang.order.menu_desk ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.order.menu_desk ?></h1>
<div class="acts"><?cs if:!Page.Own ?><form method="post" action="/order/menu/own"><?cs include!"token.cs" ?><button class="button"
type="submit"><?cs var:Lang.order.menu_make ?></button></form>
<?cs /if ?><a class="button go" href="/order/menu/new" data-key="n"><?cs var:Lang.order.menu_new ?></a></div>
</div>
<p class="note"><?cs if:Page.Own ?><?cs var:Lang.order.menu_is_own ?><?cs else ?><?cs var:Lang.order.menu_is_common ?><?cs /if ?></p>
<?cs if:subcount(Page.Items) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.order.menu_desk ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.order.menu_desk ?></caption>
<thead><tr><th scope="col" class="num"><?cs var:Lang.order.Field.sort ?></th><th scope="col"><?cs
var:Lang.order.Field.item ?></th><th scope="col"><?cs var:Lang.order.Menu.about ?></th><th scope="col"><?cs
var:Lang.order.Ledger.category ?></th><th scope="col"><?cs var:Lang.order.skills ?></th><th scope="col" class="num"><?cs
var:Lang.order.Field.minutes ?></th><th scope="col"><?cs var:Lang.order.Menu.needs ?></th><th scope="col"><?cs
var:Lang.order.Menu.price ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:i = Page.Items ?><tr><td class="num"><?cs var:i.sort ?></td><td><?cs if:Page.Own ?><a href="/order/menu/<?cs
var:i.uid ?>"><?cs var:i.name ?></a><?cs else ?><?cs var:i.name ?><?cs /if ?></td><td class="w"><?cs
var:i.about ?></td><td><?cs var:i.category_name ?></td><td><?cs var:i.skill_name ?></td><td class="num"><?cs
var:i.minutes ?></td><td><?cs if:i.adults == #1 ?><?cs var:Lang.order.Menu.adult ?> <?cs /if ?><?cs if:i.dangerous == #1 ?><?cs
var:Lang.order.Menu.insured ?> <?cs /if ?><?cs if:i.urgent == #1 ?><?cs var:Lang.order.urgent ?><?cs /if ?></td><td><?cs
var:Lang.order.Menu.free ?></td><td><b class="tag <?cs var:i.state ?>"><?cs var:Lang.State.service_item[i.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.order.menu_none ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
