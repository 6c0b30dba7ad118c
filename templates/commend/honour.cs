<?cs include!"layout.cs" ?><?cs include!"commend/tabs.cs" ?><?cs call:page_head("staff", Page.Honour.name) ?>
<?cs call:back("/commend/manage/honours", Lang.Layout.back_list) ?>
<?cs call:title(Page.Honour.name) ?><?cs call:refused_note() ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.commend.honour_no, Page.Honour.no) ?><?cs call:fact_state(Lang.Layout.state, "honour", Page.Honour.state) ?><?cs
call:fact(Lang.Field.name, Page.Honour.person) ?><?cs call:fact(Lang.commend.Field.volunteer_no, Page.Honour.volunteer_no) ?><?cs call:fact(Lang.commend.Field.awarded_on, Page.Honour.awarded_on) ?><?cs
call:fact(Lang.commend.Field.authority, Page.Honour.authority) ?><?cs call:fact(Lang.commend.Field.authority_kind, Lang.State.honour_authority_kind[Page.Honour.authority_kind]) ?><?cs
call:fact(Lang.commend.Field.document_name, Page.Honour.document_name) ?><?cs call:fact(Lang.commend.Field.document_no, Page.Honour.document_no) ?><?cs call:fact(Lang.commend.Field.content, Page.Honour.content) ?><?cs
call:fact(Lang.commend.created_by, Page.Honour.created_by) ?><?cs call:fact(Lang.commend.verified_by, Page.Honour.verified_by) ?><?cs call:fact(Lang.Layout.reason, Page.Honour.reason) ?><?cs call:facts_end() ?>
<?cs if:Page.Who.Role.reviewer || Page.Who.Role.manager ?><?cs if:Page.Honour.state == "to_verify" ?><?cs call:subtitle(Lang.commend.honour_verify) ?><?cs
call:form_start("/commend/manage/honours/" + Page.Honour.no + "/verify") ?><?cs call:check("seen", Lang.commend.Field.seen) ?><?cs call:submit(Lang.commend.honour_verify) ?><?cs call:form_end() ?><?cs
call:subtitle(Lang.commend.honour_refuse) ?><?cs call:form_start("/commend/manage/honours/" + Page.Honour.no + "/refuse") ?><?cs call:text("reason", "required") ?><?cs
call:submit_warn(Lang.commend.honour_refuse) ?><?cs call:form_end() ?><?cs elif:Page.Honour.state == "effective" ?><?cs call:subtitle(Lang.commend.honour_withdraw) ?><?cs
call:form_start("/commend/manage/honours/" + Page.Honour.no + "/withdraw") ?><?cs call:text("reason", "required") ?><?cs call:submit_warn(Lang.commend.honour_withdraw) ?><?cs call:form_end() ?><?cs /if ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
