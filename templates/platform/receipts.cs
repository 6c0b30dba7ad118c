<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.receipts_enter) ?>
<?cs call:back("/platform/export", Lang.Layout.back) ?>
<?cs call:title(Lang.platform.receipts_enter) ?>
<?cs call:para(Lang.platform.receipts_lead) ?>
<?cs call:form_start_file("/platform/receipts") ?><?cs call:select("destination", "required", Page.Files) ?><?cs
call:file("receipts", "required", ".csv,.jsonl,.txt") ?><?cs call:submit(Lang.platform.receipts_enter) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
