<?cs include!"layout.cs" ?><?cs include!"commend/tabs.cs" ?><?cs call:page_head("staff", Lang.commend.honours) ?>
<?cs call:title(Lang.commend.honours) ?><?cs call:commend_tabs() ?>
<?cs call:tools_start() ?><?cs call:link_button("/commend/manage/honours/new", Lang.commend.honour_new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:filter_start("/commend/manage/honours") ?><?cs call:filter_select("state", Lang.State.honour) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Honours) ?><?cs call:table_start(Lang.commend.honours) ?><?cs call:th(Lang.commend.honour_no) ?><?cs call:th(Lang.commend.honour_name) ?><?cs call:th(Lang.Field.name) ?><?cs
call:th(Lang.commend.Field.volunteer_no) ?><?cs call:th(Lang.commend.Field.authority) ?><?cs call:th(Lang.commend.Field.awarded_on) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:h = Page.Honours ?><?cs call:tr() ?><?cs call:td_link("/commend/manage/honours/" + h.no, h.no) ?><?cs call:td(h.name) ?><?cs call:td(h.person) ?><?cs call:td(h.volunteer_no) ?><?cs
call:td(h.authority) ?><?cs call:td_day(h.awarded_on) ?><?cs call:td_state("honour", h.state) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs call:pager() ?>
<?cs else ?><?cs call:empty(Lang.commend.honours_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
