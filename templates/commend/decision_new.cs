<?cs if:Page.Decision.uid ?><?cs set:Title = Lang.commend.decision_change ?><?cs else ?><?cs
set:Title = Lang.commend.decision_new ?><?cs /if ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/commend/manage/decisions/<?cs if:Page.Decision.uid ?><?cs
var:Page.Decision.uid ?>/change<?cs else ?>new<?cs /if ?>" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/decisions"><?cs var:Lang.commend.decisions ?></a> › <?cs if:Page.Decision.uid ?><a
href="/commend/manage/decisions/<?cs var:Page.Decision.uid ?>"><?cs var:Page.Decision.title ?></a> › <?cs /if ?><?cs
var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:text_as("title", "required", Lang.commend.decision_title, Lang.commend.decision_title_hint) ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("name", "required", Lang.commend.honour_name, Lang.commend.decision_name_hint) ?>
<?cs call:text_short("word", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("basis", "required", "8") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
