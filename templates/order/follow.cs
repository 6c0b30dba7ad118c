<?cs set:Title = Lang.order.order ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?><?cs set:St = Page.Order.state ?><?cs
def:stop(n, word, when) ?><li<?cs if:Page.Order.stop > n ?> class="done"<?cs elif:Page.Order.stop == n ?> class="now"
 aria-current="step"<?cs else ?> class="next"<?cs
/if ?>><b><?cs var:word ?></b><?cs if:string.length(when) ?> <?cs var:at(when) ?><?cs /if ?></li>
<?cs /def ?>
<a class="back" href="/"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Page.Order.what ?></h1>
<p class="soft"><?cs var:Lang.order.no ?> <?cs var:Page.Order.no ?><?cs var:Lang.recruit.comma ?><?cs var:Page.Order.name ?></p>
<p class="note<?cs if:St == "done" || St == "taken" || St == "serving" || St == "to_rate" ?> good<?cs
elif:St == "declined" ?> bad<?cs elif:St != "cancelled" ?> wait<?cs /if ?>"><b><?cs var:Lang.order.Now[St] ?></b><?cs
if:St == "declined" ?><br><?cs var:Page.Order.decline_reason ?><?cs /if ?><?cs
if:Page.Order.volunteer && (St == "taken" || St == "serving") ?><br><?cs var:Page.Order.volunteer ?> <?cs var:Lang.order.comes ?><?cs
if:Page.Order.visit_from ?><br><?cs var:span(Page.Order.visit_from + "/" + Page.Order.visit_to) ?><?cs /if ?><?cs /if ?></p>
<?cs if:Page.Order.code ?><section class="card">
<h2><?cs var:Lang.order.code_title ?></h2>
<div class="code"><strong><?cs var:Page.Order.code ?></strong></div>
<p class="soft"><?cs var:Lang.order.code_about ?></p>
</section>
<?cs /if ?><?cs if:Page.Can.code ?><form method="post" action="/order/<?cs var:Page.Order.no ?>/code"><?cs include!"token.cs" ?>
<input type="hidden" name="k" value="<?cs var:Page.Order.k ?>"><button class="button<?cs
if:Page.Order.code ?> second<?cs /if ?>" type="submit"><?cs
if:Page.Order.code ?><?cs var:Lang.order.code_again ?><?cs else ?><?cs var:Lang.order.code_show ?><?cs /if ?></button></form>
<?cs /if ?><?cs if:Page.Can.rate ?><form method="post" action="/order/<?cs var:Page.Order.no ?>/rate" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="k" value="<?cs var:Page.Order.k ?>"><?cs
call:radios_as("score", "required", Page.Scores, Lang.order.rate, "") ?><?cs
call:textarea("comment", "optional", "3") ?><button class="button" type="submit"><?cs var:Lang.order.rate_send ?></button></form>
<p class="soft"><?cs var:Lang.order.rate_note ?></p>
<?cs /if ?><?cs if:Page.Order.score ?><p class="note good"><?cs var:Lang.order.rated ?> <?cs var:Lang.order.Score[Page.Order.score] ?></p>
<?cs /if ?><?cs if:Page.Order.case_state ?><p class="note<?cs if:Page.Order.case_state == "open" ?> wait<?cs /if ?>"><?cs
if:Page.Order.case_result ?><b><?cs var:Lang.order.case_answer ?></b><br><?cs var:Page.Order.case_result ?><?cs
else ?><?cs var:Lang.order.case_open ?> <?cs var:on(Page.Order.case_due) ?><?cs /if ?></p>
<?cs /if ?><?cs if:St != "declined" && St != "cancelled" ?><h2><?cs var:Lang.order.course ?></h2>
<ol class="line">
<?cs call:stop(#1, Lang.order.Stop.received, Page.Order.created_at) ?><?cs
call:stop(#2, Lang.order.Stop.accepted, Page.Order.accepted_at) ?><?cs call:stop(#3, Lang.order.Stop.taken, Page.Order.taken_at) ?><?cs
call:stop(#4, Lang.order.Stop.served, Page.Order.served_at) ?><?cs call:stop(#5, Lang.order.Stop.rated, Page.Order.rated_at) ?></ol>
<?cs /if ?><section class="card">
<dl class="facts">
<div><dt><?cs var:Lang.order.Field.detail ?></dt><dd><?cs var:Page.Order.detail ?></dd></div>
<div><dt><?cs var:Lang.order.Field.wished_on ?></dt><dd><?cs if:Page.Order.wished_on ?><?cs var:on(Page.Order.wished_on) ?><?cs
else ?><?cs var:Lang.order.soon ?><?cs /if ?> <?cs var:Lang.State.service_order_wished_part[Page.Order.wished_part] ?><?cs
if:Page.Order.wish_changed_at ?><br><?cs var:Lang.order.when_asked ?><?cs /if ?></dd></div>
</dl>
</section>
<?cs if:Page.Can.when ?><details<?cs if:Page.Error.wished_on || Page.Error.part ?> open<?cs /if ?>><summary><?cs
var:Lang.order.when_change ?></summary>
<form method="post" action="/order/<?cs var:Page.Order.no ?>/when" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="k" value="<?cs var:Page.Order.k ?>"><?cs call:day("wished_on", "optional") ?><?cs set:At.chips = #1 ?><?cs
call:radios("part", "optional", Lang.State.service_order_wished_part) ?><?cs
if:St == "taken" ?><p class="soft"><?cs var:Lang.order.when_note ?></p>
<?cs /if ?><button class="button second" type="submit"><?cs var:Lang.order.when_save ?></button></form>
</details>
<?cs /if ?><?cs if:Page.Can.cancel ?><details><summary><?cs var:Lang.order.cancel ?></summary>
<p class="soft"><?cs var:Lang.order.cancel_note ?></p>
<form method="post" action="/order/<?cs var:Page.Order.no ?>/cancel"><?cs include!"token.cs" ?>
<input type="hidden" name="k" value="<?cs var:Page.Order.k ?>"><button class="button danger" type="submit"><?cs
var:Lang.order.cancel_sure ?></button></form>
</details>
<?cs /if ?><p class="note"><?cs var:Lang.order.keep ?></p>
<?cs include!"resident_foot.cs" ?>
