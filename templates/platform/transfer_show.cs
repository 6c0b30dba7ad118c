<?cs set:Title = Lang.platform.Transfer.title + " " + Page.Transfer.no ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/transfer"><?cs var:Lang.platform.Transfer.title ?></a> › <?cs var:Page.Transfer.no ?></p>
<h1><?cs var:Lang.platform.Transfer.title ?> <?cs var:Page.Transfer.no ?></h1>
<b class="tag <?cs var:Page.Transfer.state ?>"><?cs var:Lang.State.transfer[Page.Transfer.state] ?></b>
<div class="acts"><?cs if:Page.Transfer.file > #0 ?><a class="button" href="/platform/transfer/<?cs var:Page.Transfer.no ?>/file"><?cs
var:Lang.platform.Transfer.file ?></a><?cs /if ?>
<button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button><?cs
if:Page.May.accept && !Page.May.tick ?>
<form method="post" action="/platform/transfer/<?cs var:Page.Transfer.no ?>/accept"><?cs include!"token.cs" ?>
<button class="button go" type="submit" name="scope" value="all"><?cs var:Lang.platform.Transfer.accept ?></button></form><?cs
/if ?></div>
</div>
<?cs if:Page.May.hand_on ?><p class="note"><?cs var:Lang.platform.Transfer.hand_on ?></p>
<?cs /if ?><?cs if:Page.Transfer.changed > #0 ?><p class="note bad"><?cs var:Lang.platform.Transfer.changed_about ?></p>
<?cs /if ?><?cs if:Page.Transfer.parts > #1 && Page.Transfer.direction == "in" ?><p class="note"><?cs
var:Lang.platform.Transfer.parts_about ?></p>
<?cs /if ?><dl class="facts">
<div><dt><?cs var:Lang.platform.Transfer.direction ?></dt><dd><?cs var:Lang.State.transfer_direction[Page.Transfer.direction] ?></dd></div>
<div><dt><?cs var:Lang.platform.person ?></dt><dd><a href="/account/volunteers/<?cs var:Page.Transfer.volunteer ?>"><?cs
var:Page.Transfer.person ?></a></dd></div>
<?cs if:Page.Transfer.other ?><div><dt><?cs var:Lang.platform.Transfer.other ?></dt><dd><?cs var:Page.Transfer.other ?></dd></div>
<?cs /if ?><?cs if:Page.Transfer.part_text ?><div><dt><?cs var:Lang.platform.Transfer.part ?></dt><dd><?cs
var:Page.Transfer.part_text ?></dd></div>
<?cs /if ?><?cs if:Page.Transfer.via ?><div><dt><?cs var:Lang.platform.Transfer.via ?></dt><dd><a href="/platform/transfer/<?cs
var:Page.Transfer.via ?>"><?cs var:Page.Transfer.via ?></a></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.platform.Transfer.records ?></dt><dd><?cs var:Page.Transfer.records ?></dd></div>
<div><dt><?cs var:Lang.platform.Transfer.hours ?></dt><dd><?cs var:Page.Transfer.hours ?></dd></div>
<?cs if:Page.Transfer.direction == "in" ?><div><dt><?cs var:Lang.platform.Transfer.counted ?></dt><dd><?cs
var:Page.Transfer.counted_hours ?></dd></div>
<div class="whole"><dt><?cs var:Lang.platform.Transfer.proof ?></dt><dd><?cs if:Page.Transfer.signed == #1 ?><?cs
var:Lang.platform.Transfer.proof_signed ?><?cs else ?><?cs var:Lang.platform.Transfer.proof_none ?><?cs /if ?></dd></div>
<?cs if:Page.Transfer.key_name ?><div><dt><?cs var:Lang.platform.Transfer.key_name ?></dt><dd><?cs var:Page.Transfer.key_name ?></dd></div>
<?cs /if ?><?cs /if ?><?cs if:Page.Transfer.key_id ?><div><dt><?cs var:Lang.platform.Transfer.key_id ?></dt><dd><?cs
var:Page.Transfer.key_id ?></dd></div>
<?cs /if ?><?cs if:Page.Transfer.made ?><div><dt><?cs var:Lang.platform.Transfer.made ?></dt><dd><?cs
var:at(Page.Transfer.made) ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.platform.Transfer.entered_by ?></dt><dd><?cs if:Page.Transfer.entered_by ?><?cs
var:Page.Transfer.entered_by ?><?cs else ?><?cs var:Lang.platform.Transfer.by_self ?><?cs /if ?></dd></div>
<div><dt><?cs var:Lang.platform.Transfer.at ?></dt><dd><?cs var:at(Page.Transfer.at) ?></dd></div>
<?cs if:Page.Transfer.handled_by ?><div><dt><?cs var:Lang.platform.Transfer.handled_by ?></dt><dd><?cs
var:Page.Transfer.handled_by ?></dd></div>
<?cs /if ?><?cs if:Page.Transfer.handled ?><div><dt><?cs var:Lang.platform.Transfer.handled ?></dt><dd><?cs
var:at(Page.Transfer.handled) ?></dd></div>
<?cs /if ?><?cs if:Page.Transfer.reason ?><div class="whole"><dt><?cs var:Lang.platform.reason ?></dt><dd><?cs
var:Page.Transfer.reason ?></dd></div>
<?cs /if ?><div class="whole"><dt><?cs var:Lang.platform.Transfer.sha ?></dt><dd><?cs var:Page.Transfer.sha ?></dd></div>
</dl>
<?cs if:subcount(Page.LeftOut) ?><h2><?cs var:Lang.platform.Transfer.left_out ?></h2>
<p class="note wait"><?cs var:Lang.platform.Transfer.left_out_about ?></p>
<ul class="rows">
<?cs each:l = Page.LeftOut ?><li><b><?cs var:Lang.platform.Transfer.Row.line ?> <?cs var:l.line ?> <?cs
var:Lang.platform.Transfer.Row.colon ?></b> <span><?cs var:Lang.platform.Transfer.Row[l.fault] ?><?cs if:l.other ?> <?cs
var:l.other ?><?cs /if ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Changed) ?><h2><?cs var:Lang.platform.Transfer.changed_list ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.platform.Transfer.changed_list ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.Transfer.changed_list ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.platform.record ?></th><th scope="col"><?cs var:Lang.platform.Transfer.day ?></th>
<th scope="col"><?cs var:Lang.platform.Transfer.activity ?></th><th class="num" scope="col"><?cs
var:Lang.platform.Transfer.hours ?></th><th scope="col"><?cs var:Lang.platform.Transfer.ended ?></th>
<th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Changed ?><tr><td><?cs var:c.no ?></td><td><?cs var:on(c.day) ?></td><td class="w"><?cs var:c.title ?></td>
<td class="num"><?cs var:c.hours ?></td><td><?cs var:on(c.ended) ?></td>
<td><b class="tag <?cs var:c.state ?>"><?cs var:Lang.State.service_record[c.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs if:subcount(Page.Notes) ?><h2><?cs var:Lang.platform.Transfer.notes ?></h2>
<p><?cs var:Lang.platform.Transfer.notes_about ?></p>
<ul class="rows">
<?cs each:n = Page.Notes ?><li><span><?cs var:n.serial ?></span> <span><?cs var:n.hours ?> <?cs var:Lang.Layout.hours ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Inside) ?><h2><?cs var:Lang.platform.Transfer.inside ?></h2>
<p><?cs var:Lang.platform.Transfer.inside_about ?></p>
<ul class="rows">
<?cs each:i = Page.Inside ?><li><a href="/platform/transfer/<?cs var:i.no ?>"><?cs var:i.no ?></a> <span><?cs var:i.other ?></span>
<b class="tag <?cs var:i.state ?> end"><?cs var:Lang.State.transfer[i.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs if:subcount(Page.Records) ?><h2><?cs var:Lang.platform.Transfer.records_in ?></h2>
<?cs if:Page.May.tick ?><form method="post" action="/platform/transfer/<?cs var:Page.Transfer.no ?>/accept"><?cs include!"token.cs" ?>
<?cs /if ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.platform.Transfer.records_in ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.Transfer.records_in ?></caption>
<thead><tr><?cs if:Page.May.tick ?><th class="tick" scope="col"><input class="js-only" type="checkbox" data-check-all="record"
aria-label="<?cs var:Lang.Layout.choose_all ?>"></th><?cs /if ?><th scope="col"><?cs var:Lang.platform.Transfer.day ?></th>
<th scope="col"><?cs var:Lang.platform.Transfer.times ?></th><th scope="col"><?cs var:Lang.platform.Transfer.activity ?></th>
<th scope="col"><?cs var:Lang.platform.Transfer.organiser ?></th><th scope="col"><?cs var:Lang.platform.Fact.evidence ?></th>
<th class="num" scope="col"><?cs var:Lang.platform.Transfer.hours ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:r = Page.Records ?><tr><?cs if:Page.May.tick ?><td class="tick"><?cs if:r.state == "waiting" ?><input type="checkbox"
name="record" value="<?cs var:r.code ?>" aria-label="<?cs var:Lang.platform.Transfer.tick ?> <?cs var:r.day ?> <?cs
var:r.title ?>"><?cs /if ?></td><?cs /if ?><td><?cs var:on(r.day) ?></td><td><?cs var:r.times ?></td><td class="w"><?cs
var:r.title ?></td><td><?cs var:r.organiser ?></td><td><?cs if:r.evidence ?><?cs var:Lang.Evidence[r.evidence] ?><?cs /if ?></td>
<td class="num"><?cs var:r.hours ?></td><td><b class="tag <?cs var:r.state ?>"><?cs var:Lang.State.transfer_record[r.state] ?></b><?cs
if:r.flag == "same" && r.state == "waiting" ?> <b class="tag wait"><?cs var:Lang.platform.Transfer.same ?></b><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs if:Page.May.tick || Page.Next ?><div class="foot"><?cs if:Page.May.tick ?><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span>
<button class="button go" type="submit" name="scope" value="ticked"><?cs var:Lang.platform.Transfer.accept_ticked ?></button>
<button class="button" type="submit" name="scope" value="all"><?cs var:Lang.platform.Transfer.accept_all ?></button>
<?cs /if ?><?cs include!"pager.cs" ?></div>
<?cs /if ?><?cs if:Page.May.tick ?></form>
<?cs /if ?><?cs /if ?><?cs if:Page.May.refuse ?><h2><?cs var:Lang.platform.Transfer.refuse ?></h2>
<form class="form" method="post" action="/platform/transfer/<?cs var:Page.Transfer.no ?>/refuse" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.platform.Transfer.refuse ?></button></p>
</form>
<?cs /if ?><?cs if:Page.May.withdraw ?><h2><?cs var:Lang.platform.Transfer.withdraw ?></h2>
<p><?cs var:Lang.platform.Transfer.withdraw_about ?></p>
<form class="form" method="post" action="/platform/transfer/<?cs var:Page.Transfer.no ?>/withdraw" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("reason", "required") ?>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.platform.Transfer.withdraw ?></button></p>
</form>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
