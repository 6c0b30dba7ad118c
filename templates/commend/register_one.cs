<?cs include!"layout.cs" ?><?cs call:page_head("staff", Page.Certificate.no) ?>
<?cs call:back("/commend/manage/certificates", Lang.Layout.back_list) ?>
<?cs call:title(Lang.commend.certificate_no + " " + Page.Certificate.no) ?>
<?cs call:facts_start() ?><?cs call:fact_state(Lang.Layout.state, "certificate", Page.Certificate.state) ?><?cs call:fact(Lang.Field.name, Page.Certificate.name) ?><?cs
call:fact(Lang.commend.Field.volunteer_no, Page.Certificate.volunteer_no) ?><?cs call:fact(Lang.commend.period, Page.Certificate.from_on + " – " + Page.Certificate.to_on) ?><?cs
call:fact(Lang.commend.hours, Page.Certificate.hours) ?><?cs call:fact(Lang.commend.records_n, Page.Certificate.records) ?><?cs call:fact(Lang.commend.Field.purpose, Page.Certificate.purpose) ?><?cs
call:fact(Lang.commend.issued_on, Page.Certificate.issued_at) ?><?cs if:Page.Certificate.handler ?><?cs call:fact(Lang.commend.handler, Page.Certificate.handler) ?><?cs else ?><?cs
call:fact(Lang.commend.handler, Lang.commend.self_printed) ?><?cs /if ?><?cs call:fact(Lang.commend.notice_until, Page.Certificate.notice_until) ?><?cs call:fact(Lang.commend.checks, Page.Certificate.checks) ?><?cs
call:fact(Lang.commend.revoked_at, Page.Certificate.revoked_at) ?><?cs call:fact(Lang.commend.revoked_by, Page.Certificate.revoked_by) ?><?cs
call:fact(Lang.commend.revoked_reason, Page.Certificate.revoked_reason) ?><?cs call:facts_end() ?>
<?cs call:link_second("/commend/certificate/" + Page.Certificate.no, Lang.commend.certificate_open) ?>
<?cs if:Page.Certificate.state == "issued" && (Page.Who.Role.reviewer || Page.Who.Role.manager) ?><?cs call:subtitle(Lang.commend.revoke) ?><?cs call:para(Lang.commend.revoke_about) ?><?cs
call:form_start("/commend/manage/certificates/" + Page.Certificate.no + "/revoke") ?><?cs call:text("reason", "required") ?><?cs call:submit_warn(Lang.commend.revoke) ?><?cs call:form_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
