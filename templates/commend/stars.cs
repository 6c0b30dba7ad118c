<?cs include!"layout.cs" ?><?cs include!"commend/tabs.cs" ?><?cs call:page_head("staff", Lang.commend.stars) ?>
<?cs call:title(Lang.commend.stars) ?><?cs call:refused_note() ?><?cs call:commend_tabs() ?>
<?cs set:At.approver = #0 ?><?cs if:Page.Who.Role.reviewer || Page.Who.Role.manager ?><?cs set:At.approver = #1 ?><?cs /if ?>
<?cs call:subtitle(Lang.commend.reached) ?>
<?cs if:subcount(Page.Reached) ?><?cs call:table_start(Lang.commend.reached) ?><?cs call:th(Lang.commend.Field.volunteer_no) ?><?cs call:th(Lang.Field.name) ?><?cs
call:th_num(Lang.commend.hours) ?><?cs call:th(Lang.commend.star_now) ?><?cs call:th(Lang.commend.star_reached) ?><?cs call:th_num(Lang.commend.rating) ?><?cs
call:th_num(Lang.commend.no_shows) ?><?cs call:th_num(Lang.commend.withdrawn) ?><?cs call:th_hidden(Lang.Layout.actions) ?><?cs call:table_body() ?>
<?cs each:r = Page.Reached ?><?cs call:tr() ?><?cs call:td_link("/account/volunteers/" + r.no, r.no) ?><?cs call:td(r.name) ?><?cs call:td_num(r.hours) ?><?cs call:td(Lang.Star[r.star]) ?><?cs
call:td(Lang.Star[r.reached]) ?><?cs call:td_num(r.rating) ?><?cs call:td_num(r.no_shows) ?><?cs call:td_num(r.withdrawn) ?><?cs call:td_start() ?><?cs if:At.approver ?><?cs
call:act_with("/commend/manage/award", "volunteer_no", r.no, Lang.commend.award) ?><?cs /if ?><?cs call:td_end() ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?>
<?cs else ?><?cs call:empty(Lang.commend.reached_empty) ?><?cs /if ?>
<?cs call:subtitle(Lang.commend.star_notice) ?>
<?cs if:subcount(Page.Notice) ?><?cs if:Page.Due && At.approver ?><?cs call:act("/commend/manage/settle", Lang.commend.settle) ?><?cs /if ?><?cs
call:table_start(Lang.commend.star_notice) ?><?cs call:th(Lang.commend.Field.volunteer_no) ?><?cs call:th(Lang.Field.name) ?><?cs call:th(Lang.commend.star_reached) ?><?cs
call:th_num(Lang.commend.hours) ?><?cs call:th(Lang.commend.notice_from) ?><?cs call:th(Lang.commend.notice_until) ?><?cs call:table_body() ?>
<?cs each:n = Page.Notice ?><?cs call:tr() ?><?cs call:td(n.no) ?><?cs call:td(n.name) ?><?cs call:td(Lang.Star[n.star]) ?><?cs call:td_num(n.hours) ?><?cs
call:td_day(n.notice_from) ?><?cs call:td_day(n.notice_until) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs
if:At.approver ?><?cs call:form_start("/commend/manage/refuse") ?><?cs call:at("ref", "required", "", "") ?><?cs call:at_start() ?><select class="govuk-select" id="f-ref" name="ref"><option value=""><?cs
var:Lang.Layout.choose ?></option><?cs each:n = Page.Notice ?><?cs call:option(n.ref, n.name + " " + Lang.Star[n.star], Page.Form.ref) ?><?cs /each ?></select></div><?cs
call:text("reason", "required") ?><?cs call:submit_warn(Lang.commend.star_refuse) ?><?cs call:form_end() ?><?cs /if ?>
<?cs else ?><?cs call:empty(Lang.commend.notice_empty) ?><?cs /if ?>
<?cs if:subcount(Page.Given) ?><?cs call:subtitle(Lang.commend.given) ?><?cs call:table_start(Lang.commend.given) ?><?cs call:th(Lang.commend.Field.volunteer_no) ?><?cs call:th(Lang.Field.name) ?><?cs
call:th(Lang.commend.star_reached) ?><?cs call:th_num(Lang.commend.hours) ?><?cs call:th(Lang.commend.awarded_on) ?><?cs call:th(Lang.Layout.state) ?><?cs call:th(Lang.Layout.reason) ?><?cs call:table_body() ?>
<?cs each:g = Page.Given ?><?cs call:tr() ?><?cs call:td(g.no) ?><?cs call:td(g.name) ?><?cs call:td(Lang.Star[g.star]) ?><?cs call:td_num(g.hours) ?><?cs call:td_day(g.awarded_on) ?><?cs
call:td_state("star_award", g.state) ?><?cs call:td(g.reason) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
