<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.commend.honour_new) ?>
<?cs call:back("/commend/manage/honours", Lang.Layout.back_list) ?>
<?cs call:title(Lang.commend.honour_new) ?>
<?cs call:form_start("/commend/manage/honours/new") ?><?cs call:text_short("volunteer_no", "required") ?><?cs call:text_as("name", "required", Lang.commend.honour_name, "") ?><?cs
call:day("awarded_on", "required") ?><?cs call:radios("authority_kind", "required", Lang.State.honour_authority_kind) ?><?cs call:text("authority", "optional") ?><?cs
call:text("document_name", "optional") ?><?cs call:text("document_no", "optional") ?><?cs call:textarea("content", "optional", "4") ?><?cs call:submit(Lang.Layout.save) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
