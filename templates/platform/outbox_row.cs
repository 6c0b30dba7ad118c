<?cs set:Title = Lang.platform.row ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/platform/"><?cs var:Lang.platform.title ?></a> › <?cs if:Page.Row.record_no ?><?cs
var:Page.Row.record_no ?><?cs else ?><?cs var:Lang.platform.row ?><?cs /if ?></p>
<h1><?cs var:Lang.platform.row ?></h1>
<b class="tag <?cs var:Page.Row.state ?>"><?cs var:Lang.State.outbox[Page.Row.state] ?></b>
<div class="acts"><?cs if:!string.length(Page.Correct.kind) && (Page.Row.state == "refused" || Page.Row.state == "parked") ?>
<form method="post" action="/platform/<?cs var:Page.Row.no ?>/retry"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.platform.retry ?></button></form><?cs /if ?></div>
</div>
<?cs if:!string.length(Page.Correct.kind) && (Page.Row.state == "refused" || Page.Row.state == "parked") ?><p class="note"><?cs
var:Lang.platform.retry_note ?></p>
<?cs /if ?><dl class="facts">
<?cs if:Page.Row.record_no ?><div><dt><?cs var:Lang.platform.record ?></dt><dd><?cs var:Page.Row.record_no ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.platform.destination ?></dt><dd><?cs var:Page.Row.destination ?></dd></div>
<div><dt><?cs var:Lang.platform.kind ?></dt><dd><?cs var:Lang.State.outbox_kind[Page.Row.kind] ?></dd></div>
<div><dt><?cs var:Lang.platform.op ?></dt><dd><?cs var:Lang.State.outbox_op[Page.Row.op] ?></dd></div>
<?cs if:Page.Row.title ?><div><dt><?cs var:Lang.platform.about ?></dt><dd><?cs var:Page.Row.title ?></dd></div>
<?cs /if ?><?cs if:Page.Row.person ?><div><dt><?cs var:Lang.platform.person ?></dt><dd><?cs var:Page.Row.person ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.platform.version ?></dt><dd><?cs var:Page.Row.version ?></dd></div>
<div><dt><?cs var:Lang.platform.platform_key ?></dt><dd><?cs var:Page.Row.platform_key ?></dd></div>
<?cs if:Page.Row.receipt ?><div><dt><?cs var:Lang.platform.receipt ?></dt><dd><?cs var:Page.Row.receipt ?></dd></div>
<?cs /if ?><?cs if:Page.Row.words ?><div class="whole"><dt><?cs var:Lang.platform.reason ?></dt><dd><?cs
var:Page.Row.words ?></dd></div>
<?cs /if ?><?cs if:Page.Row.reason_code ?><div><dt><?cs var:Lang.platform.reason_code ?></dt><dd><?cs
var:Page.Row.reason_code ?></dd></div>
<?cs /if ?><?cs if:Page.Row.due_on ?><div><dt><?cs var:Lang.platform.due_on ?></dt><dd><?cs var:on(Page.Row.due_on) ?></dd></div>
<?cs /if ?><?cs if:?Page.Row.days_left ?><div><dt><?cs var:Lang.platform.days_left ?></dt><dd><?cs var:Page.Row.days_left ?></dd></div>
<?cs /if ?><div><dt><?cs var:Lang.platform.created ?></dt><dd><?cs var:at(Page.Row.created) ?></dd></div>
<?cs if:Page.Row.settled ?><div><dt><?cs var:Lang.platform.settled ?></dt><dd><?cs var:at(Page.Row.settled) ?></dd></div>
<?cs /if ?><?cs if:Page.Row.state == "waiting" ?><div><dt><?cs var:Lang.platform.next_at ?></dt><dd><?cs
var:at(Page.Row.next_at) ?></dd></div>
<?cs /if ?></dl>
<?cs if:string.length(Page.Correct.kind) ?><h2><?cs var:Lang.platform.correct ?></h2>
<p><?cs var:Lang.platform.correct_note ?></p>
<form class="form" method="post" action="/platform/<?cs var:Page.Row.no ?>/correct" novalidate><?cs include!"token.cs" ?>
<?cs if:Page.Correct.home ?><?cs call:text("platform_no", "optional") ?><?cs /if ?><?cs
if:Page.Correct.kind == "service_record" ?><?cs call:text("place", "required") ?><?cs set:At.wide = #1 ?><?cs
call:textarea("content", "optional", "3") ?><?cs call:text("organiser", "optional") ?><?cs
call:person("person_in_charge", "optional") ?><?cs
elif:Page.Correct.kind == "training_record" ?><?cs set:At.wide = #1 ?><?cs call:textarea("content", "optional", "3") ?><?cs
call:text("organiser", "optional") ?><?cs else ?><p class="hint"><?cs var:Lang.platform.correct_elsewhere ?></p>
<?cs /if ?><p class="acts"><button class="button go" type="submit"><?cs var:Lang.platform.correct_send ?></button></p>
</form>
<?cs /if ?><?cs if:subcount(Page.Tries) ?><h2><?cs var:Lang.platform.tries ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.platform.tries ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.platform.tries ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.platform.at ?></th><th scope="col"><?cs var:Lang.platform.class ?></th>
<th class="num" scope="col"><?cs var:Lang.platform.http_status ?></th><th class="num" scope="col"><?cs
var:Lang.platform.ms ?></th></tr></thead>
<tbody>
<?cs each:t = Page.Tries ?><tr><td><?cs var:at(t.at) ?></td><td class="w"><?cs var:Lang.platform.Class[t.class] ?></td>
<td class="num"><?cs var:t.http_status ?></td><td class="num"><?cs var:t.ms ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
