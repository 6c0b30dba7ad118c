<?cs include!"layout.cs" ?><?cs include!"chart.cs" ?><?cs include!"needs/tabs.cs" ?><?cs call:page_head("staff", Lang.needs.ledger) ?>
<?cs call:title(Lang.needs.ledger) ?><?cs call:needs_tabs() ?>
<?cs call:tools_start() ?><?cs call:link_button("/needs/ledger/new", Lang.needs.need_new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs call:filter_start("/needs/ledger") ?><?cs call:filter_select("state", Lang.State.need) ?><?cs call:filter_select("category", Page.Category) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Needs) ?><?cs call:table_start(Lang.needs.ledger) ?><?cs call:th(Lang.needs.need_no) ?><?cs call:th(Lang.needs.day) ?><?cs
call:th(Lang.needs.source) ?><?cs call:th(Lang.needs.category) ?><?cs call:th(Lang.needs.target_group) ?><?cs call:th(Lang.needs.description) ?><?cs
call:th(Lang.Layout.state) ?><?cs call:table_body() ?>
<?cs each:n = Page.Needs ?><?cs call:tr() ?><?cs call:td_link("/needs/ledger/" + n.no, n.no) ?><?cs call:td_day(n.day) ?><?cs call:td(Lang.needs.Source[n.source]) ?><?cs
call:td(n.category_name) ?><?cs call:td(n.target_name) ?><?cs call:td(n.description) ?><?cs call:td_state("need", n.state) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs if:Page.List.next ?><p><a href="<?cs var:url_validate(Page.List.next) ?>"><?cs var:Lang.Layout.next_page ?></a></p><?cs /if ?><?cs else ?><?cs call:empty(Lang.needs.ledger_empty) ?><?cs /if ?>
<?cs call:chart(Page.Chart) ?>
<?cs call:page_foot("staff") ?>
