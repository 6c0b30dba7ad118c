<?cs include!"layout.cs" ?><?cs include!"needs/tabs.cs" ?><?cs call:page_head("staff", Lang.needs.surveys) ?>
<?cs call:title(Lang.needs.surveys) ?><?cs call:needs_tabs() ?>
<?cs call:link_button("/needs/surveys/new", Lang.needs.survey_new) ?>
<?cs if:subcount(Page.Surveys) ?><?cs call:table_start(Lang.needs.surveys) ?><?cs call:th(Lang.needs.survey_no) ?><?cs call:th(Lang.Field.title) ?><?cs
call:th_num(Lang.needs.answered) ?><?cs call:th(Lang.needs.closes_on) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:s = Page.Surveys ?><?cs call:tr() ?><?cs call:td_link("/needs/surveys/" + s.code, s.no) ?><?cs call:td(s.title) ?><?cs
call:td_num(s.answered) ?><?cs call:td_day(s.closes_on) ?><?cs call:td_state("survey", s.state) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.needs.surveys_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
