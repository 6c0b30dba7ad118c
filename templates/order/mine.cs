<?cs set:Title = Lang.order.mine ?><?cs include!"volunteer_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:row(o) ?><li><a class="shift" href="/order/mine/<?cs var:o.no ?>"><span class="when"><span><?cs
if:o.visit_from ?><?cs var:span(o.visit_from + "/" + o.visit_to) ?><?cs elif:o.wished_on ?><?cs var:on(o.wished_on) ?> <?cs
var:Lang.State.service_order_wished_part[o.wished_part] ?><?cs else ?><?cs var:Lang.order.soon ?><?cs /if ?></span><?cs
if:o.urgent == #1 ?> <b class="tag bad"><?cs var:Lang.order.urgent ?></b><?cs /if ?></span>
<strong><?cs var:o.what ?></strong><small><?cs
var:o.detail ?></small><?cs
if:o.answer_by ?><small><?cs var:Lang.order.answer_by ?> <?cs var:at(o.answer_by) ?></small><?cs /if ?><?cs
if:o.team ?><small><?cs var:o.team ?></small><?cs /if ?></a></li>
<?cs /def ?>
<a class="back" href="/account/me"><?cs var:Lang.order.back_me ?></a>
<h1><?cs var:Lang.order.mine ?></h1>
<?cs if:subcount(Page.Taken) ?><h2><?cs var:Lang.order.mine_taken ?></h2>
<ul class="list"><?cs each:o = Page.Taken ?><?cs call:row(o) ?><?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Asked) ?><h2><?cs var:Lang.order.mine_asked ?></h2>
<ul class="list"><?cs each:o = Page.Asked ?><?cs call:row(o) ?><?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.TeamAsked) ?><h2><?cs var:Lang.order.mine_team ?></h2>
<ul class="list"><?cs each:o = Page.TeamAsked ?><?cs call:row(o) ?><?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.order.mine_open ?></h2>
<?cs if:subcount(Page.Open) ?><ul class="list"><?cs each:o = Page.Open ?><?cs call:row(o) ?><?cs /each ?></ul>
<?cs else ?><div class="empty"><p><?cs var:Lang.order.mine_open_none ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Gone) ?><h2><?cs var:Lang.order.mine_gone ?></h2>
<ul class="list"><?cs each:o = Page.Gone ?><li class="row"><span><?cs if:o.item ?><?cs var:o.item ?><?cs
else ?><?cs var:o.category_name ?><?cs /if ?><small><?cs if:o.answer == "accepted" ?><?cs var:Lang.order.gone_served ?><?cs
elif:o.reason == "taken" ?><?cs var:Lang.order.Reason.taken ?><?cs elif:o.answer == "expired" ?><?cs
var:Lang.order.gone_expired ?><?cs else ?><?cs var:Lang.order.gone_recalled ?><?cs /if ?></small></span></li>
<?cs /each ?></ul>
<?cs /if ?><h2><?cs var:Lang.order.settings ?></h2>
<section class="card">
<form method="post" action="/order/mine" novalidate><?cs include!"token.cs" ?>
<?cs call:check("takes", Lang.order.takes) ?><?cs set:At.chips = #1 ?><?cs call:checks("languages", "optional", Page.Languages) ?><?cs
call:day("away_from", "optional") ?><?cs call:day("away_until", "optional") ?><button class="button second" type="submit"><?cs
var:Lang.Layout.save ?></button></form>
</section>
<?cs include!"volunteer_foot.cs" ?>
