<?cs #
notes_of.cs - what staff noted about the thing of this page, and what they come back to on a day (web/notes.h). Comes after
fields.cs.
?><h2><?cs var:Lang.Notes.title ?></h2>
<?cs if:subcount(Page.Notes) ?><ol class="line">
<?cs each:n = Page.Notes ?><li><?cs if:n.state != "note" ?><b class="tag person_note <?cs var:n.state ?>"><?cs
var:Lang.State.person_note[n.state] ?></b> <?cs var:on(n.due_on) ?> <?cs /if ?><?cs var:n.words ?> <small><?cs
var:n.staff ?> <?cs var:at(n.made_at) ?><?cs if:n.done_by ?> <?cs var:Lang.Notes.done_by ?> <?cs var:n.done_by ?><?cs
/if ?></small><?cs if:n.state == "open" ?><form method="post" action="/account/note/<?cs
var:n.uid ?>/done"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.Notes.done ?></button></form><?cs elif:n.state == "done" ?><form method="post" action="/account/note/<?cs
var:n.uid ?>/open"><?cs include!"token.cs" ?><button class="button" type="submit"><?cs
var:Lang.Notes.reopen ?></button></form><?cs /if ?><?cs if:n.mine == #1 ?><form method="post" action="/account/note/<?cs
var:n.uid ?>/drop"><?cs include!"token.cs" ?><button class="button bad" type="submit"><?cs
var:Lang.Notes.drop ?></button></form><?cs /if ?></li>
<?cs /each ?></ol>
<?cs /if ?><form class="form" method="post" action="/account/notes/<?cs var:Page.NotesOf ?>/<?cs
var:url_escape(Page.NotesNo) ?>" novalidate><?cs include!"token.cs" ?>
<?cs set:At.wide = #1 ?><?cs call:textarea_as("words", "required", "2", Lang.Notes.words, Lang.Notes.words_about) ?><?cs
call:day_as("due_on", "optional", Lang.Notes.due_on, Lang.Notes.due_about) ?><p class="acts"><button class="button" type="submit"><?cs
var:Lang.Notes.add ?></button></p>
</form>
