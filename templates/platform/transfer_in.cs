<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.Transfer.in) ?>
<?cs call:back("/platform/transfer", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.Transfer.in) ?>
<?cs if:Page.twice ?><?cs call:link_second("/platform/transfer/" + Page.twice, Lang.platform.Transfer.see_twice) ?><?cs /if ?>
<?cs call:para(Lang.platform.Transfer.in_lead) ?>
<?cs call:form_start_file("/platform/transfer/in") ?><?cs call:text_short("volunteer", "required") ?><?cs
call:file("bundle", "required", ".json,application/json") ?><?cs call:submit(Lang.platform.Transfer.check) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
