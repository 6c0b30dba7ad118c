<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.account.volunteers) ?>
<?cs call:title(Lang.account.volunteers) ?>
<?cs call:tools_start() ?><?cs call:link_button("/account/volunteers/new", Lang.account.new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:filter_start("/account/volunteers") ?><?cs call:filter_select("state", Lang.State.volunteer) ?><?cs
call:filter_select("category", Page.Categories) ?><?cs call:filter_select("skill", Page.Skills) ?><?cs call:filter_end() ?>
<?cs call:form_start("/account/volunteers") ?><?cs call:idno("number", "required") ?><?cs
call:submit_second(Lang.account.find_button) ?><?cs call:form_end() ?>
<?cs if:subcount(Page.Volunteers) ?><?cs call:table_start(Lang.account.volunteers) ?><?cs call:th(Lang.account.no) ?><?cs
call:th(Lang.account.Field.name) ?><?cs call:th(Lang.account.Field.sex) ?><?cs call:th_num(Lang.account.age) ?><?cs
call:th(Lang.account.Field.phone) ?><?cs call:th(Lang.account.Field.category) ?><?cs call:th(Lang.account.Field.skill) ?><?cs
call:th_num(Lang.account.hours) ?><?cs call:th(Lang.account.registered_on) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:v = Page.Volunteers ?><?cs call:tr() ?><?cs call:td_link("/account/volunteers/" + v.no, v.no) ?><?cs call:td(v.name) ?><?cs
call:td(Lang.account.Sex[v.sex]) ?><?cs call:td_num(v.age) ?><?cs call:td(v.phone) ?><?cs call:td(v.categories) ?><?cs call:td(v.skills) ?><?cs
call:td_num(v.hours) ?><?cs call:td_day(v.registered_on) ?><?cs call:td_state("volunteer", v.state) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?><?cs
else ?><?cs call:empty(Lang.account.volunteers_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
