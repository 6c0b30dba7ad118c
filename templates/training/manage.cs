<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.training.manage) ?>
<?cs call:title(Lang.training.manage) ?>
<?cs call:tools_start() ?><?cs call:link_button("/training/manage/new", Lang.training.new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:filter_start("/training/manage") ?><?cs call:filter_select("state", Lang.State.training) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Trainings) ?><?cs call:table_start(Lang.training.manage) ?><?cs call:th(Lang.training.no) ?><?cs call:th(Lang.training.Field.title) ?><?cs
call:th(Lang.training.Field.starts_at) ?><?cs call:th_num(Lang.training.taken) ?><?cs call:th_num(Lang.training.waiting) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:t = Page.Trainings ?><?cs call:tr() ?><?cs call:td_link("/training/manage/" + t.no, t.no) ?><?cs call:td(t.title) ?><?cs call:td_day(t.starts_at) ?><?cs
call:td_num(t.taken + " / " + t.places) ?><?cs call:td_num(t.waiting) ?><?cs call:td_state("training", t.state) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.training.manage_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
