<?cs set:Title = Lang.commend.stars ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<?cs set:At.approver = Page.Who.Role.reviewer || Page.Who.Role.manager ?><?cs
def:who(a) ?><td><a href="/account/volunteers/<?cs var:a.no ?>"><?cs var:a.no ?></a></td><td><?cs var:a.name ?></td><td><?cs
var:Lang.Star[a.star] ?></td><td class="num"><?cs var:a.hours ?></td><?cs /def ?><?cs
def:heads() ?><th scope="col"><?cs var:Lang.commend.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th scope="col"><?cs var:Lang.commend.star ?></th><th class="num" scope="col"><?cs
var:Lang.commend.hours ?></th><?cs /def ?><?cs
def:case(a) ?><td><a href="/commend/manage/stars/<?cs var:a.ref ?>"><?cs var:Lang.commend.see_case ?><span class="hidden"> <?cs
var:a.name ?></span></a></td><?cs /def ?><?cs
def:case_head() ?><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th><?cs /def ?><?cs
def:option(a) ?><option value="<?cs var:a.ref ?>"<?cs if:a.ref == Page.Form.ref ?> selected<?cs /if ?>><?cs
var:a.name ?> <?cs var:Lang.Star[a.star] ?> <?cs var:Lang.State.star_award[a.state] ?></option>
<?cs /def ?><div class="bar">
<h1><?cs var:Lang.commend.stars ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button>
<a class="button" href="/commend/levels"><?cs var:Lang.commend.levels ?></a>
<a class="button" href="/commend/manage/stars"><?cs var:Lang.commend.star_ledger ?></a></div>
</div>
<?cs include!"refused.cs" ?>
<?cs if:subcount(Page.Asked) ?><h2><?cs var:Lang.commend.asked ?></h2>
<form id="propose" method="post" action="/commend/manage/award"><?cs include!"token.cs" ?></form>
<form method="post" action="/commend/manage/refuse" novalidate><?cs include!"token.cs" ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.asked ?></caption>
<thead><tr><?cs if:At.approver ?><th class="tick" scope="col"><input type="checkbox" data-check-all="ref" aria-label="<?cs
var:Lang.Layout.all ?>"></th><?cs /if ?><?cs call:heads() ?><th scope="col"><?cs var:Lang.commend.asked_on ?></th><?cs
if:At.approver ?><th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:a = Page.Asked ?><tr><?cs if:At.approver ?><td class="tick"><input type="checkbox" name="ref" value="<?cs
var:a.ref ?>" aria-label="<?cs var:a.name ?>"></td><?cs /if ?><?cs call:who(a) ?><td><?cs var:short(a.asked_at) ?></td><?cs
if:At.approver ?><td><div class="acts"><button class="button" type="submit" form="propose" name="volunteer_no" value="<?cs
var:a.no ?>"><?cs var:Lang.commend.propose ?><span class="hidden"> <?cs
var:a.name ?></span></button></div></td><?cs /if ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs if:At.approver ?><div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span>
<label for="f-asked"><?cs var:Lang.commend.reason_all ?></label> <input type="text" id="f-asked" name="reason" maxlength="200">
<button class="button bad" type="submit"><?cs var:Lang.commend.decline_ticked ?></button></div>
<?cs /if ?></form>
<?cs /if ?><h2><?cs var:Lang.commend.reached ?></h2>
<?cs if:subcount(Page.Reached) ?><p><?cs var:Lang.commend.reached_about ?></p>
<form method="post" action="/commend/manage/propose"><?cs include!"token.cs" ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.reached ?></caption>
<thead><tr><?cs if:At.approver ?><th class="tick" scope="col"><input type="checkbox" data-check-all="volunteer" aria-label="<?cs
var:Lang.Layout.all ?>"></th><?cs /if ?><th scope="col"><?cs var:Lang.commend.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th class="num" scope="col"><?cs var:Lang.commend.hours ?></th><th scope="col"><?cs
var:Lang.commend.star_now ?></th><th scope="col"><?cs var:Lang.commend.can_rise ?></th><th scope="col"><?cs
var:Lang.commend.lacks ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Reached ?><tr><?cs if:At.approver ?><td class="tick"><?cs
if:r.reached ?><input type="checkbox" name="volunteer" value="<?cs var:r.no ?>" aria-label="<?cs
var:r.name ?>"><?cs /if ?></td><?cs /if ?><td><a href="/account/volunteers/<?cs var:r.no ?>"><?cs var:r.no ?></a></td><td><?cs
var:r.name ?></td><td class="num"><?cs var:r.hours ?></td><td><?cs var:Lang.Star[r.star] ?></td><td><?cs
if:r.reached ?><?cs var:Lang.Star[r.reached] ?><?cs /if ?></td><td class="w"><?cs if:!r.reached ?><?cs
var:Lang.Star[r.next] ?><?cs each:l = r.Lacks ?> <b class="tag missing"><?cs
var:Lang.commend.Condition[l.word] ?></b><?cs /each ?><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs if:At.approver ?><div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span>
<button class="button go" type="submit" data-key="a"><?cs var:Lang.commend.propose_ticked ?></button></div>
<?cs /if ?></form>
<?cs else ?><p class="empty"><?cs var:Lang.commend.reached_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.commend.waiting ?></h2>
<?cs if:subcount(Page.Waiting) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.waiting ?></caption>
<thead><tr><?cs call:heads() ?><th scope="col"><?cs var:Lang.commend.proposed_on ?></th><th scope="col"><?cs
var:Lang.Layout.state ?></th><?cs call:case_head() ?></tr></thead>
<tbody>
<?cs each:a = Page.Waiting ?><tr><?cs call:who(a) ?><td><?cs var:short(a.proposed_at) ?></td><td><b class="tag <?cs
var:a.state ?>"><?cs var:Lang.State.star_award[a.state] ?></b></td><?cs call:case(a) ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.waiting_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.commend.star_notice ?></h2>
<?cs if:subcount(Page.Notice) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.star_notice ?></caption>
<thead><tr><?cs call:heads() ?><th scope="col"><?cs var:Lang.commend.notice_from ?></th><th scope="col"><?cs
var:Lang.commend.notice_until ?></th><?cs call:case_head() ?></tr></thead>
<tbody>
<?cs each:a = Page.Notice ?><tr><?cs call:who(a) ?><td><?cs var:short(a.notice_from) ?></td><td><?cs
var:short(a.notice_until) ?></td><?cs call:case(a) ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.notice_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Review) ?><h2><?cs var:Lang.commend.review ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.review ?></caption>
<thead><tr><?cs call:heads() ?><th scope="col"><?cs var:Lang.commend.review_since ?></th><?cs call:case_head() ?></tr></thead>
<tbody>
<?cs each:a = Page.Review ?><tr><?cs call:who(a) ?><td><?cs var:short(a.review_at) ?></td><?cs call:case(a) ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs
if:At.approver && (subcount(Page.Asked) || subcount(Page.Waiting) || subcount(Page.Notice)) ?><h2><?cs var:Lang.commend.star_stop ?></h2>
<form class="form no-print" method="post" action="/commend/manage/refuse" novalidate><?cs include!"token.cs" ?>
<?cs call:at_start("ref", "required", "", "") ?><select<?cs call:at_names("ref") ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs each:a = Page.Asked ?><?cs call:option(a) ?><?cs /each ?><?cs each:a = Page.Waiting ?><?cs
if:a.state == "proposed" ?><?cs call:option(a) ?><?cs /if ?><?cs /each ?><?cs each:a = Page.Notice ?><?cs call:option(a) ?><?cs
/each ?></select>
</div>
<?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.star_refuse ?></button></p>
</form>
<?cs /if ?><?cs if:subcount(Page.Given) ?><h2><?cs var:Lang.commend.given ?></h2>
<ul class="rows">
<?cs each:g = Page.Given ?><li><a href="/commend/manage/stars/<?cs var:g.ref ?>"><?cs
var:g.no ?></a> <span><?cs var:g.name ?></span> <span><?cs var:Lang.Star[g.star] ?></span> <span><?cs var:g.hours ?> <?cs
var:Lang.Layout.hours ?></span><?cs
if:g.awarded_on ?> <?cs var:short(g.awarded_on) ?><?cs /if ?><?cs if:g.reason ?> <span><?cs var:g.reason ?></span><?cs
elif:g.state == "refused" && g.review_why ?> <span><?cs var:Lang.commend.Fell[g.review_why] ?></span><?cs
/if ?> <b class="tag <?cs var:g.state ?> end"><?cs
var:Lang.State.star_award[g.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
