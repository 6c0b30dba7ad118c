<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.Move.new) ?>
<?cs call:back("/platform/transfer", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.Move.new) ?><?cs call:para(Lang.platform.Move.lead) ?>
<?cs call:form_start("/platform/transfer/move") ?><?cs call:text_short("volunteer", "required") ?><?cs
call:select("station", "required", Page.Stations) ?><?cs call:text_as("reason", "required", "", Lang.platform.Move.reason_hint) ?><?cs
call:check("agree", Lang.platform.Move.agree) ?><?cs call:submit(Lang.platform.Move.ask) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
