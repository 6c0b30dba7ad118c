<?cs include!"layout.cs" ?><?cs include!"commend/tabs.cs" ?><?cs call:page_head("staff", Lang.commend.register) ?>
<?cs call:title(Lang.commend.register) ?><?cs call:commend_tabs() ?>
<?cs call:tools_start() ?><?cs call:link_button("/commend/manage/certificate", Lang.commend.certificate_new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:filter_start("/commend/manage/certificates") ?><?cs call:filter_select("state", Lang.State.certificate) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Certificates) ?><?cs call:table_start(Lang.commend.register) ?><?cs call:th(Lang.commend.certificate_no) ?><?cs call:th(Lang.Field.name) ?><?cs call:th(Lang.commend.Field.volunteer_no) ?><?cs
call:th(Lang.commend.period) ?><?cs call:th_num(Lang.commend.hours) ?><?cs call:th(Lang.commend.Field.purpose) ?><?cs call:th(Lang.commend.issued_on) ?><?cs call:th(Lang.commend.handler) ?><?cs
call:th(Lang.commend.notice_until) ?><?cs call:th_num(Lang.commend.checks) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:c = Page.Certificates ?><?cs call:tr() ?><?cs call:td_link("/commend/manage/certificates/" + c.no, c.no) ?><?cs call:td(c.name) ?><?cs call:td(c.volunteer_no) ?><?cs
call:td(c.from_on + " – " + c.to_on) ?><?cs call:td_num(c.hours) ?><?cs call:td(c.purpose) ?><?cs call:td_day(c.issued_on) ?><?cs call:td(c.handler) ?><?cs call:td_day(c.notice_until) ?><?cs
call:td_num(c.checks) ?><?cs call:td_state("certificate", c.state) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs call:pager() ?>
<?cs else ?><?cs call:empty(Lang.commend.register_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
