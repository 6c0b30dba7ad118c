<?cs set:Title = Lang.commend.school_title ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/certificates"><?cs var:Lang.commend.register ?></a> › <?cs var:Title ?></p>
<h1><?cs var:Title ?></h1>
</div>
<p><?cs var:Lang.commend.school_about ?></p>
<?cs if:Page.Looked ?><div class="note"><p><?cs var:Lang.commend.school_found ?> <b class="n"><?cs var:Page.Found ?></b> / <?cs
var:Page.Looked ?></p>
<?cs if:subcount(Page.Missing) ?><p><b><?cs var:Lang.commend.school_missing ?></b> <?cs each:m = Page.Missing ?><?cs
if:!first(m) ?><?cs var:Lang.commend.paper_comma ?><?cs /if ?><?cs var:m.name ?><?cs /each ?></p>
<p class="hint"><?cs var:Lang.commend.school_missing_about ?></p>
<?cs /if ?></div>
<?cs /if ?><form class="form" method="post" action="/commend/manage/school" novalidate><?cs include!"token.cs" ?><?cs
call:text("school", "required") ?><?cs call:text("class_name", "required") ?><?cs
call:day_as("from_on", "required", Lang.commend.school_from, "") ?><?cs
call:day_as("to_on", "required", Lang.commend.school_to, "") ?><?cs
set:At.wide = #1 ?><?cs call:textarea("pupils", "required", "10") ?>
<p class="acts"><button class="button go" type="submit" name="as" value="look"><?cs var:Lang.commend.school_look ?></button>
<button class="button" type="submit" name="as" value="xlsx"><?cs var:Lang.commend.school_xlsx ?></button>
<button class="button" type="submit" name="as" value="pdf"><?cs var:Lang.commend.school_pdf ?></button></p>
</form>
<?cs include!"staff_foot.cs" ?>
