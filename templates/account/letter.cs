<?cs set:Title = Lang.message.letter ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="<?cs var:url_validate(Page.To.back) ?>"><?cs var:Page.To.name ?></a></p>
<h1><?cs var:Lang.message.letter ?></h1>
</div>
<p><?cs var:Lang.message.LetterTo[Page.To.of] ?> <b><?cs var:Page.To.people ?></b> <?cs var:Lang.message.letter_people ?></p>
<p class="hint"><?cs var:Lang.message.letter_about ?></p>
<form class="form" method="post" action="" novalidate><?cs include!"token.cs" ?><input type="hidden" name="key" value="<?cs
var:Page.Key ?>">
<?cs set:At.wide = #1 ?><?cs call:textarea_as("words", "required", "6", Lang.message.letter_words, Lang.message.letter_hint) ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.message.letter_send ?></button></p></form>
<?cs include!"staff_foot.cs" ?>
