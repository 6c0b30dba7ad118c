<?cs set:Title = Page.Survey.title ?><?cs include!"resident_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Page.Survey.title ?></h1>
<form method="post" action="/needs/s/<?cs var:Page.Survey.code ?>" novalidate data-pages="<?cs var:Page.Survey.code ?>">
<?cs include!"token.cs" ?><?cs each:q = Page.Questions ?><?cs
set:At.chips = #1 ?><?cs call:checks_as(q.field, "optional", q.choices, q.title, q.hint) ?><?cs /each ?>
<div data-private><?cs call:textarea("detail", "optional", "3") ?></div>
<?cs set:At.together = #1 ?><?cs call:tel("phone", "optional") ?>
<button class="button" type="submit"><?cs var:Lang.Layout.send ?></button>
</form>
<?cs include!"resident_foot.cs" ?>
