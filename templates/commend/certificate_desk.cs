<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.commend.certificate_new) ?>
<?cs call:back("/commend/manage/certificates", Lang.Layout.back_list) ?>
<?cs call:title(Lang.commend.certificate_new) ?><?cs call:para(Lang.commend.certificate_desk_about) ?>
<?cs call:form_start("/commend/manage/certificate") ?><?cs call:text_short("volunteer_no", "required") ?><?cs call:day("from_on", "optional") ?><?cs call:day("to_on", "optional") ?><?cs
call:text("purpose", "optional") ?><?cs call:submit(Lang.commend.certificate_make) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
