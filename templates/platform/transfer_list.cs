<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs include!"platform/move_rows.cs" ?><?cs call:page_head("staff", Lang.platform.Transfer.title) ?>
<?cs call:title(Lang.platform.Transfer.title) ?><?cs call:platform_tabs() ?>
<?cs call:para(Lang.platform.Transfer.lead) ?>
<?cs call:tools_start() ?><?cs call:link_button("/platform/transfer/in", Lang.platform.Transfer.in) ?><?cs
call:link_second("/platform/transfer/csv", Lang.platform.Transfer.csv) ?><?cs call:link_second("/platform/transfer/out", Lang.platform.Transfer.out) ?><?cs
call:link_second("/platform/transfer/move", Lang.platform.Move.new) ?><?cs call:link_second("/platform/transfer/moves", Lang.platform.Move.list) ?><?cs
call:link_second("/platform/transfer/keys", Lang.platform.Transfer.keys) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs if:subcount(Page.Moves) ?><?cs call:subtitle(Lang.platform.Move.open) ?><?cs call:move_rows() ?><?cs call:subtitle(Lang.platform.Transfer.list) ?><?cs /if ?>
<?cs call:filter_start("/platform/transfer") ?><?cs call:filter_select("direction", Lang.State.transfer_direction) ?><?cs
call:filter_select("state", Lang.State.transfer) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Transfers) ?><?cs call:table_start(Lang.platform.Transfer.title) ?><?cs call:th(Lang.platform.Transfer.no) ?><?cs
call:th(Lang.platform.Transfer.direction) ?><?cs call:th(Lang.platform.person) ?><?cs call:th(Lang.platform.Transfer.other) ?><?cs
call:th_num(Lang.platform.Transfer.records) ?><?cs call:th_num(Lang.platform.Transfer.hours) ?><?cs call:th_num(Lang.platform.Transfer.counted) ?><?cs
call:th(Lang.Layout.state) ?><?cs call:th(Lang.platform.Transfer.at) ?><?cs call:table_body() ?>
<?cs each:t = Page.Transfers ?><?cs call:tr() ?><?cs call:td_link("/platform/transfer/" + t.no, t.no) ?><?cs
call:td(Lang.State.transfer_direction[t.direction]) ?><?cs call:td(t.person) ?><?cs call:td(t.other) ?><?cs call:td_num(t.records) ?><?cs
call:td_num(t.hours) ?><?cs if:t.direction == "in" ?><?cs call:td_num(t.counted_hours) ?><?cs else ?><?cs call:td_num("") ?><?cs /if ?><?cs
if:t.changed > 0 ?><td class="govuk-table__cell"><?cs call:state("transfer", t.state) ?> <?cs call:tag(Lang.platform.Transfer.changed, "wait") ?></td><?cs
else ?><?cs call:td_state("transfer", t.state) ?><?cs /if ?><?cs call:td_day(t.at) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.platform.Transfer.empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
