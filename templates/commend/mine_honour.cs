<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.commend.honour_apply) ?>
<?cs call:back("/commend/mine", Lang.Layout.back) ?>
<?cs call:title(Lang.commend.honour_apply) ?><?cs call:lead(Lang.commend.honour_apply_lead) ?>
<?cs call:form_start("/commend/mine/honour") ?><?cs call:text_as("name", "required", Lang.commend.honour_name, "") ?><?cs call:day("awarded_on", "required") ?><?cs
call:radios("authority_kind", "required", Lang.commend.AuthorityOutside) ?><?cs call:text("authority", "required") ?><?cs call:text("document_name", "required") ?><?cs
call:text("document_no", "optional") ?><?cs call:textarea("content", "optional", "4") ?><?cs call:submit(Lang.Layout.send) ?><?cs call:form_end() ?>
<?cs call:page_foot("volunteer") ?>
