<?cs set:Title = Lang.needs.question_edit ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/needs/surveys/<?cs var:Page.Survey.code ?>/question<?cs
if:Page.Place ?>/<?cs var:Page.Place ?><?cs /if ?>" novalidate><?cs include!"token.cs" ?>
<input type="hidden" name="kind" value="<?cs var:Page.Kind.word ?>">
<div class="bar">
<p class="crumb"><a href="/needs/surveys/<?cs var:Page.Survey.code ?>/edit"><?cs var:Page.Survey.title ?></a> › <?cs
if:Page.Place ?><?cs var:Lang.needs.question_no ?> <?cs var:Page.Place ?> <?cs var:Lang.needs.question_unit ?><?cs
else ?><?cs var:Lang.needs.question_add ?><?cs /if ?></p>
<h1><?cs var:Lang.State.question_kind[Page.Kind.word] ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:text_as("title", "required", Lang.State.question_kind[Page.Kind.word] + Lang.needs.questions, "") ?>
<?cs set:At.wide = #1 ?><?cs call:text("hint", "optional") ?>
<?cs call:check("required", "") ?>
<?cs if:Page.Kind.rows ?><?cs set:At.wide = #1 ?><?cs call:textarea("rows", "required", "5") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea_as("options", "required", "4", Lang.needs.Field.columns, Lang.needs.Hint.columns) ?>
<?cs elif:Page.Kind.options ?><?cs set:At.wide = #1 ?><?cs call:textarea("options", "required", "6") ?>
<?cs /if ?><?cs if:Page.Kind.most ?><?cs if:Page.Kind.word == "rank" ?><?cs
call:number_as("most", "optional", Lang.needs.Field.most_rank, "") ?><?cs else ?><?cs call:number("most", "optional") ?><?cs /if ?>
<?cs /if ?><?cs if:Page.Kind.range ?><?cs call:number("min", "optional") ?><?cs call:number("max", "optional") ?>
<?cs /if ?><?cs if:Page.Kind.days ?><?cs call:day("first_day", "optional") ?><?cs call:day("last_day", "optional") ?>
<?cs /if ?><?cs if:Page.Kind.group ?><?cs call:check("by_group", "") ?>
<?cs /if ?><?cs if:subcount(Page.Maps) ?><h2><?cs var:Lang.needs.to_ledger ?></h2>
<?cs call:select("maps", "optional", Page.Maps) ?>
<?cs if:subcount(Page.Meanings) ?><fieldset class="field whole"><legend><?cs var:Lang.needs.meaning ?></legend>
<table class="list" id="f-means">
<tbody>
<?cs each:m = Page.Meanings ?><tr><td><label for="f-means-<?cs var:m.place ?>"><?cs var:m.name ?></label></td>
<td><select id="f-means-<?cs var:m.place ?>" name="means"><option value=""><?cs var:Lang.needs.meaning_none ?></option>
<?cs each:c = Page.Codes ?><option value="<?cs var:m.place ?>_<?cs var:name(c) ?>"<?cs if:m.means == c.code ?> selected<?cs /if ?>><?cs
var:c.name ?></option>
<?cs /each ?></select></td></tr>
<?cs /each ?></tbody>
</table></fieldset>
<?cs /if ?><?cs /if ?><h2><?cs var:Lang.needs.condition ?></h2>
<?cs if:subcount(Page.Before) ?><?cs call:select("if_place", "optional", Page.Before) ?><?cs call:text_short("if_choices", "optional") ?>
<?cs /if ?><?cs call:text("section", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
