<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs include!"platform/move_rows.cs" ?><?cs call:page_head("staff", Lang.platform.Move.title) ?>
<?cs call:back("/platform/transfer", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.Move.title) ?><?cs call:para(Lang.platform.Move.lead) ?>
<?cs call:tools_start() ?><?cs call:link_button("/platform/transfer/move", Lang.platform.Move.new) ?><?cs call:print_button() ?><?cs call:tools_end() ?>
<?cs if:subcount(Page.Moves) ?><?cs call:move_rows() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.platform.Move.empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
