<?cs set:Title = Lang.feedback.title ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<a class="back" href="/s/<?cs var:Page.Station.no ?>"><?cs var:Lang.Layout.to_front ?></a>
<h1><?cs var:Lang.State.complaint_nature[Page.Case.nature] ?> <?cs var:Page.Case.no ?></h1>
<p class="soft"><?cs var:Page.Station.name ?></p>
<section class="card"><dl class="facts">
<div><dt><?cs var:Lang.feedback.number ?></dt><dd><strong><?cs var:Page.Case.no ?></strong></dd></div>
<div><dt><?cs var:Lang.feedback.key ?></dt><dd><strong><?cs var:Page.Case.key ?></strong></dd></div>
</dl>
<p class="soft"><?cs var:Lang.feedback.keep ?></p></section>
<?cs if:Page.Case.state == "open" ?><p class="note wait"><b><?cs
if:Page.Case.desk == "overseer" ?><?cs var:Lang.feedback.open_above ?><?cs else ?><?cs var:Lang.feedback.open ?><?cs /if ?></b><br><?cs
var:Lang.feedback.due ?> <?cs var:on(Page.Case.due_on) ?><?cs
if:Page.Case.late ?><br><?cs var:Lang.feedback.late ?><?cs /if ?></p>
<?cs else ?><h2><?cs var:Lang.feedback.answer ?></h2>
<section class="card"><p><b class="tag complaint <?cs var:Page.Case.state ?>"><?cs
var:Lang.State.complaint[Page.Case.state] ?></b> <?cs var:at(Page.Case.closed_at) ?></p>
<p class="text"><?cs var:Page.Case.result ?></p></section>
<?cs /if ?><?cs if:Page.Case.reopened_at ?><h2><?cs var:Lang.feedback.answer_first ?></h2>
<section class="card"><p class="text"><?cs var:Page.Case.first_result ?></p>
<p class="soft"><?cs var:Lang.feedback.again_was ?> <?cs var:at(Page.Case.reopened_at) ?></p>
<p class="text"><?cs var:Page.Case.reopened_why ?></p></section>
<?cs /if ?><h2><?cs var:Lang.feedback.written ?></h2>
<section class="card"><p class="soft"><?cs var:Lang.State.complaint_kind[Page.Case.kind] ?> <?cs var:at(Page.Case.raised_at) ?><?cs
if:string.length(Page.Case.about) ?><br><?cs var:Page.Case.about ?><?cs /if ?></p>
<p class="text"><?cs var:Page.Case.content ?></p></section>
<?cs if:Page.Can.again ?><details<?cs if:Page.Error.why ?> open<?cs /if ?>><summary><?cs var:Lang.feedback.again ?></summary>
<form method="post" action="/station/feedback/<?cs var:Page.Case.no ?>/again" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="k" value="<?cs var:Page.Case.k ?>"><p class="soft"><?cs var:Lang.feedback.again_about ?></p>
<?cs call:textarea_as("why", "required", "4", Lang.feedback.again_why, "") ?><button class="button second" type="submit"><?cs
var:Lang.feedback.again_send ?></button></form>
</details>
<?cs /if ?><?cs if:Page.Hotline ?><p class="soft"><?cs var:Page.Hotline ?></p>
<?cs /if ?><?cs include!"resident_foot.cs" ?>
