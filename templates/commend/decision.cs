<?cs set:Title = Page.Decision.title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<?cs set:State = Page.Decision.state ?><?cs
set:May = Page.Who.Role.reviewer || Page.Who.Role.manager ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/decisions"><?cs var:Lang.commend.decisions ?></a> › <?cs
if:Page.Decision.document_no ?><?cs var:Page.Decision.document_no ?><?cs else ?><?cs var:Lang.commend.decision_unnumbered ?><?cs
/if ?></p>
<h1><?cs var:Page.Decision.title ?></h1>
<b class="tag <?cs var:State ?>"><?cs var:Lang.State.honour_decision[State] ?></b>
<p class="acts"><?cs if:State != "cancelled" ?><a class="button" href="/commend/manage/decisions/<?cs
var:Page.Decision.uid ?>/decision.pdf"><?cs
var:Lang.commend.decision_pdf ?></a><?cs /if ?><?cs if:State == "issued" ?> <a class="button" href="/commend/manage/decisions/<?cs
var:Page.Decision.uid ?>/certificates.pdf"><?cs
var:Lang.commend.award_pdf ?></a> <a class="button" href="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/cards.pdf"><?cs
var:Lang.commend.card_pdf ?></a><?cs
elif:State == "draft" ?> <a class="button" href="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/change"><?cs
var:Lang.Layout.edit ?></a><?cs /if ?></p>
</div>
<?cs include!"refused.cs" ?>
<dl class="facts">
<div><dt><?cs var:Lang.commend.honour_name ?></dt><dd><?cs var:Page.Decision.name ?></dd></div>
<div><dt><?cs var:Lang.commend.decision_no ?></dt><dd><?cs if:Page.Decision.document_no ?><?cs
var:Page.Decision.document_no ?><?cs else ?><?cs var:Page.Decision.word ?> <?cs var:Lang.commend.decision_unnumbered ?><?cs
/if ?></dd></div>
<div><dt><?cs var:Lang.commend.decision_author ?></dt><dd><?cs var:Page.Decision.created_by ?></dd></div>
<?cs if:Page.Decision.submitted_by ?><div><dt><?cs var:Lang.commend.decision_submitted_by ?></dt><dd><?cs
var:Page.Decision.submitted_by ?></dd></div>
<?cs /if ?><?cs if:Page.Decision.approved_by ?><div><dt><?cs var:Lang.commend.decision_approved_by ?></dt><dd><?cs
var:Page.Decision.approved_by ?></dd></div>
<?cs /if ?><?cs if:Page.Decision.notice_from ?><div><dt><?cs var:Lang.commend.notice_from ?></dt><dd><?cs
var:on(Page.Decision.notice_from) ?></dd></div>
<div><dt><?cs var:Lang.commend.notice_until ?></dt><dd><?cs var:on(Page.Decision.notice_until) ?></dd></div>
<?cs /if ?><?cs if:Page.Decision.issued_on ?><div><dt><?cs var:Lang.commend.decision_issued_on ?></dt><dd><?cs
var:on(Page.Decision.issued_on) ?></dd></div>
<div><dt><?cs var:Lang.commend.decision_issued_by ?></dt><dd><?cs var:Page.Decision.issued_by ?></dd></div>
<?cs /if ?><?cs if:Page.Decision.reason ?><div class="whole"><dt><?cs var:Lang.Layout.reason ?></dt><dd><?cs
var:Page.Decision.reason ?></dd></div>
<?cs /if ?><div class="whole"><dt><?cs var:Lang.commend.Field.basis ?></dt><dd><?cs var:Page.Decision.basis ?></dd></div>
</dl>
<?cs if:subcount(Page.Placed) ?><div class="note" role="status"><p><?cs var:Lang.commend.placed_new ?> <?cs
var:Page.PlacedNew ?><?cs var:Lang.commend.placed_left ?></p>
<ul>
<?cs each:l = Page.Placed ?><li><?cs var:Lang.commend.placed_line ?> <?cs var:l.line ?> <?cs var:l.text ?> <?cs
var:Lang.commend.Placed[l.word] ?><?cs if:l.others ?> <?cs var:l.others ?><?cs /if ?></li>
<?cs /each ?></ul></div>
<?cs /if ?><h2><?cs var:Lang.commend.recipients ?> <small><?cs var:Page.Count ?></small></h2>
<?cs if:subcount(Page.Recipients) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.recipients ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.recipient ?></th><th scope="col"><?cs var:Lang.commend.subject ?></th><th
scope="col"><?cs var:Lang.commend.Field.volunteer_no ?></th><th scope="col"><?cs var:Lang.commend.honour_name ?></th><th scope="col"><?cs
var:Lang.commend.honour_no ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th><?cs
if:State == "draft" ?><th class="no-print" scope="col"><span
class="hidden"><?cs var:Lang.Layout.actions ?></span></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:r = Page.Recipients ?><tr><td><?cs if:r.whom ?><?cs var:r.whom ?><?cs else ?><?cs
var:Lang.commend.decision_erased ?><?cs /if ?></td><td><?cs
var:Lang.State.honour_subject[r.subject] ?></td><td><?cs var:r.volunteer_no ?></td><td class="w"><?cs var:r.honour ?></td><td><a
href="/commend/manage/honours/<?cs var:r.no ?>"><?cs var:r.no ?></a></td><td><b class="tag <?cs var:r.state ?>"><?cs
var:Lang.State.honour[r.state] ?></b></td><?cs
if:State == "draft" ?><td class="no-print"><form method="post" action="/commend/manage/decisions/<?cs
var:Page.Decision.uid ?>/remove/<?cs var:r.no ?>"><?cs include!"token.cs" ?><button class="plain" type="submit"><?cs
var:Lang.commend.recipient_remove ?><span class="hidden"> <?cs var:r.whom ?></span></button></form></td><?cs /if ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.recipients_none ?></p>
<?cs /if ?><?cs if:State == "draft" ?><div class="two">
<section>
<h2><?cs var:Lang.commend.recipients_paste ?></h2>
<form class="form" method="post" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/paste" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("people", "required", "6") ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("name", "optional", Lang.commend.honour_name, Lang.commend.recipient_name_hint) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.recipients_add ?></button> <a class="button"
href="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/pick"><?cs var:Lang.commend.recipients_pick ?></a></p>
</form>
</section>
<section>
<h2><?cs var:Lang.commend.recipients_thing ?></h2>
<form class="form" method="post" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/thing" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.need = "required" ?><?cs set:At.wide = #1 ?><?cs include!"commend/things.cs" ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.recipients_add ?></button></p>
</form>
</section>
</div>
<form class="form" method="post" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/submit"><?cs include!"token.cs" ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.decision_submit ?></button></p>
</form>
<?cs /if ?><?cs if:May && State == "submitted" ?><div class="two">
<section>
<h2><?cs var:Lang.commend.decision_approve ?></h2>
<form class="form" method="post" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/approve" novalidate><?cs
include!"token.cs" ?>
<?cs call:check("sure", Lang.commend.decision_sure) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.decision_approve ?></button></p>
</form>
</section>
<section>
<h2><?cs var:Lang.commend.decision_return ?></h2>
<form class="form" method="post" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/return" novalidate><?cs
include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("reason", "required", Lang.Layout.reason, Lang.commend.decision_return_hint) ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.commend.decision_return ?></button></p>
</form>
</section>
</div>
<?cs elif:State == "notice" && !Page.Over ?><p class="note"><?cs var:Lang.commend.decision_in_notice ?> <a href="/commend/decisions/<?cs
var:Page.Decision.uid ?>"><?cs var:Lang.commend.decision_public ?></a></p>
<?cs elif:May && State == "notice" ?><h2><?cs var:Lang.commend.decision_issue ?></h2>
<form class="form" method="post" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/issue" novalidate><?cs
include!"token.cs" ?>
<?cs call:check("sure", Lang.commend.decision_issue_sure) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.decision_issue ?></button></p>
</form>
<?cs elif:State == "issued" ?><p><a href="/commend/decisions/<?cs var:Page.Decision.uid ?>"><?cs
var:Lang.commend.decision_public ?></a></p>
<?cs /if ?><?cs if:May && (State == "draft" || State == "submitted" || State == "notice") ?><details class="no-print">
<summary><?cs var:Lang.commend.decision_cancel ?></summary>
<form class="form" method="post" action="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>/cancel" novalidate><?cs
include!"token.cs" ?>
<div class="field"><label for="f-cancel"><?cs var:Lang.Layout.reason ?></label>
<input type="text" id="f-cancel" name="reason" value="<?cs var:Page.Form.reason ?>"></div>
<p class="acts"><button class="button bad" type="submit"><?cs var:Lang.commend.decision_cancel ?></button></p>
</form>
</details>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
