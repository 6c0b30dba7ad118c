<?cs if:Page.Case.uid ?><?cs set:Title = Lang.commend.case_change ?><?cs else ?><?cs set:Title = Lang.commend.case_new ?><?cs
/if ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/commend/manage/cases/<?cs if:Page.Case.uid ?><?cs var:Page.Case.uid ?>/change<?cs else ?>new<?cs
/if ?>" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/cases"><?cs var:Lang.commend.cases ?></a> › <?cs if:Page.Case.uid ?><a
href="/commend/manage/cases/<?cs var:Page.Case.uid ?>"><?cs var:Page.Case.title ?></a> › <?cs /if ?><?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</div>
<p><?cs var:Lang.commend.case_about ?></p>
<div class="form">
<?cs set:At.wide = #1 ?><?cs call:radios_as("kind", "required", Lang.State.typical_case_kind, Lang.commend.case_kind, "") ?>
<?cs call:text_short("about", "required") ?>
<?cs set:At.wide = #1 ?><?cs call:text_as("title", "required", Lang.commend.case_title, Lang.commend.case_title_hint) ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("background", "required", "5") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("done", "required", "7") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("result", "required", "5") ?>
<?cs set:At.wide = #1 ?><?cs call:textarea("learned", "required", "5") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
