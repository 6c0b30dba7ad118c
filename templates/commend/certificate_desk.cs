<?cs set:Title = Lang.commend.certificate_new ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<form method="post" action="/commend/manage/certificate" novalidate><?cs include!"token.cs" ?>
<div class="bar">
<p class="crumb"><a href="/commend/manage/certificates"><?cs var:Lang.commend.register ?></a> › <?cs
var:Lang.commend.certificate_new ?></p>
<h1><?cs var:Lang.commend.certificate_new ?></h1>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.commend.certificate_make ?></button></p>
</div>
<p><?cs var:Lang.commend.certificate_desk_about ?></p>
<div class="form">
<?cs call:text_short("volunteer_no", "required") ?><?cs call:text("purpose", "optional") ?><?cs
call:day("from_on", "optional") ?><?cs call:day("to_on", "optional") ?></div>
</form>
<?cs include!"staff_foot.cs" ?>
