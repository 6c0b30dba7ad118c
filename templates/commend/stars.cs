<?cs set:Title = Lang.commend.stars ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<?cs set:At.approver = Page.Who.Role.reviewer || Page.Who.Role.manager ?><div class="bar">
<h1><?cs var:Lang.commend.stars ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button>
<a class="button" href="/commend/manage/stars"><?cs var:Lang.commend.star_ledger ?></a><?cs if:Page.Due && At.approver ?>
<form method="post" action="/commend/manage/settle"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.commend.settle ?></button></form><?cs /if ?></div>
</div>
<?cs include!"refused.cs" ?>
<h2><?cs var:Lang.commend.reached ?></h2>
<?cs if:subcount(Page.Reached) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.reached ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th class="num" scope="col"><?cs var:Lang.commend.hours ?></th><th scope="col"><?cs
var:Lang.commend.star_now ?></th><th scope="col"><?cs var:Lang.commend.star_reached ?></th><th class="num" scope="col"><?cs
var:Lang.commend.rating ?></th><th class="num" scope="col"><?cs var:Lang.commend.no_shows ?></th><th class="num" scope="col"><?cs
var:Lang.commend.withdrawn ?></th><?cs if:At.approver ?><th scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:r = Page.Reached ?><tr><td><a href="/account/volunteers/<?cs var:r.no ?>"><?cs var:r.no ?></a></td><td><?cs
var:r.name ?></td><td class="num"><?cs var:r.hours ?></td><td><?cs var:Lang.Star[r.star] ?></td><td><?cs
var:Lang.Star[r.reached] ?></td><td class="num"><?cs var:r.rating ?></td><td class="num"><?cs
var:r.no_shows ?></td><td class="num"><?cs var:r.withdrawn ?></td><?cs if:At.approver ?><td><div class="acts">
<form method="post" action="/commend/manage/award"><?cs include!"token.cs" ?>
<input type="hidden" name="volunteer_no" value="<?cs var:r.no ?>">
<button class="button" type="submit"><?cs var:Lang.commend.award ?></button></form></div></td><?cs /if ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.reached_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.commend.star_notice ?></h2>
<?cs if:subcount(Page.Notice) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.star_notice ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th scope="col"><?cs var:Lang.commend.star_reached ?></th><th class="num" scope="col"><?cs
var:Lang.commend.hours ?></th><th scope="col"><?cs var:Lang.commend.notice_from ?></th><th scope="col"><?cs
var:Lang.commend.notice_until ?></th></tr></thead>
<tbody>
<?cs each:n = Page.Notice ?><tr><td><a href="/account/volunteers/<?cs var:n.no ?>"><?cs var:n.no ?></a></td><td><?cs
var:n.name ?></td><td><?cs var:Lang.Star[n.star] ?></td><td class="num"><?cs var:n.hours ?></td><td><?cs
var:short(n.notice_from) ?></td><td><?cs var:short(n.notice_until) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs if:At.approver ?><form class="form no-print" method="post" action="/commend/manage/refuse" novalidate><?cs include!"token.cs" ?>
<?cs call:at_start("ref", "required", "", "") ?><select<?cs call:at_names("ref") ?>>
<option value=""><?cs var:Lang.Layout.choose ?></option>
<?cs each:n = Page.Notice ?><option value="<?cs var:n.ref ?>"<?cs if:n.ref == Page.Form.ref ?> selected<?cs /if ?>><?cs
var:n.name ?> <?cs var:Lang.Star[n.star] ?></option>
<?cs /each ?></select>
</div>
<?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.star_refuse ?></button></p>
</form>
<?cs /if ?><?cs else ?><p class="empty"><?cs var:Lang.commend.notice_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Given) ?><h2><?cs var:Lang.commend.given ?></h2>
<ul class="rows">
<?cs each:g = Page.Given ?><li><a href="/account/volunteers/<?cs var:g.no ?>"><?cs
var:g.no ?></a> <span><?cs var:g.name ?></span> <span><?cs var:Lang.Star[g.star] ?></span> <span><?cs var:g.hours ?> <?cs
var:Lang.Layout.hours ?></span><?cs
if:g.awarded_on ?> <?cs var:short(g.awarded_on) ?><?cs /if ?><?cs if:g.reason ?> <span><?cs var:g.reason ?></span><?cs
/if ?> <b class="tag <?cs var:g.state ?> end"><?cs
var:Lang.State.star_award[g.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
