<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.project.projects) ?>
<?cs call:title(Lang.project.projects) ?>
<?cs call:tools_start() ?><?cs call:link_button("/project/new", Lang.project.new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:filter_start("/project/") ?><?cs call:filter_select("state", Lang.State.project) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Projects) ?><?cs call:table_start(Lang.project.projects) ?><?cs call:th(Lang.project.no) ?><?cs
call:th(Lang.project.Field.title) ?><?cs call:th(Lang.project.days) ?><?cs call:th_num(Lang.project.places) ?><?cs
call:th_num(Lang.project.pending) ?><?cs call:th(Lang.project.author) ?><?cs call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:p = Page.Projects ?><?cs call:tr() ?><?cs call:td_link("/project/" + p.no, p.no) ?><?cs call:td(p.title) ?><?cs
call:td_start() ?><?cs if:p.starts_on ?><?cs var:p.starts_on ?> – <?cs var:p.ends_on ?><?cs /if ?><?cs call:td_end() ?><?cs
call:td_num(p.taken + "/" + p.wanted) ?><?cs call:td_num(p.pending) ?><?cs call:td(p.author) ?><?cs
call:td_state("project", p.state) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.project.list_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
