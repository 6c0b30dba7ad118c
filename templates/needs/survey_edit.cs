<?cs set:Title = Lang.needs.survey_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs
def:step(n, path, word) ?><form method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/question/<?cs
var:n.place ?>/<?cs var:path ?>"><?cs include!"token.cs" ?><button class="button<?cs if:path == "remove" ?> bad<?cs
/if ?>" type="submit" aria-label="<?cs var:word ?> <?cs var:n.place ?>"><?cs var:word ?></button></form>
<?cs /def ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys"><?cs var:Lang.needs.surveys ?></a> › <a href="/needs/surveys/<?cs
var:Page.Survey.code ?>"><?cs var:Page.Survey.no ?></a> › <?cs var:Lang.needs.survey_edit ?></p>
<h1><?cs var:Page.Survey.title ?></h1>
<b class="tag <?cs var:Page.Survey.state ?>"><?cs var:Lang.State.survey[Page.Survey.state] ?></b>
<div class="acts"><a class="button" href="/needs/surveys/<?cs var:Page.Survey.code ?>/preview"><?cs var:Lang.needs.preview ?></a>
<form method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/open"><?cs include!"token.cs" ?>
<button class="button go" type="submit"><?cs var:Lang.needs.survey_open ?></button></form></div>
</div>
<h2><?cs var:Lang.needs.questions ?></h2>
<?cs if:subcount(Page.Questions) ?><div class="scroll"><table class="list questions">
<caption class="hidden"><?cs var:Lang.needs.questions ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.needs.question_no ?></th><th scope="col"><?cs var:Lang.needs.questions ?></th><th scope="col"><?cs
var:Lang.needs.Field.kind ?></th><th scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:n = Page.Questions ?><?cs if:n.section ?><tr><th colspan="4" scope="rowgroup"><?cs var:n.section ?></th></tr>
<?cs /if ?><tr><td class="num"><?cs var:n.place ?></td><td class="w"><a href="/needs/surveys/<?cs var:Page.Survey.code ?>/question/<?cs
var:n.place ?>"><?cs var:n.title ?></a><?cs
if:n.required == #1 ?> <b class="tag to_verify"><?cs var:Lang.needs.required ?></b><?cs /if ?><?cs
if:n.by_group == #1 ?> <b class="tag"><?cs var:Lang.needs.by_group ?></b><?cs /if ?><?cs
if:n.if_words ?> <small class="soft"><?cs var:Lang.needs.shown_if ?> <?cs
var:n.if_place ?> <?cs var:Lang.needs.shown_chose ?>“<?cs var:n.if_words ?>”<?cs var:Lang.needs.shown_then ?></small><?cs /if ?></td>
<td><?cs var:Lang.State.question_kind[n.kind] ?></td>
<td><div class="acts"><?cs if:!first(n) ?><?cs call:step(n, "up", Lang.needs.up) ?><?cs /if ?><?cs
if:!last(n) ?><?cs call:step(n, "down", Lang.needs.down) ?><?cs /if ?><?cs call:step(n, "remove", Lang.needs.remove) ?></div></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.needs.questions_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.needs.question_add ?></h2>
<p class="acts"><?cs each:k = Lang.State.question_kind ?><a class="button" href="/needs/surveys/<?cs
var:Page.Survey.code ?>/question?kind=<?cs var:name(k) ?>"><?cs var:k ?></a>
<?cs /each ?></p>
<h2><?cs var:Lang.needs.head ?></h2>
<form class="form" method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/edit" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:text("title", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea_as("intro", "optional", "3", "", " ") ?>
<?cs call:day("opens_on", "optional") ?><?cs call:day("closes_on", "optional") ?><?cs call:number("wanted", "optional") ?>
<?cs set:At.wide = #1 ?><?cs call:check("shared", "") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
