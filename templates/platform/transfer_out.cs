<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.Transfer.out) ?>
<?cs call:back("/platform/transfer", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.Transfer.out) ?>
<?cs call:para(Lang.platform.Transfer.out_lead) ?>
<?cs call:form_start("/platform/transfer/out") ?><?cs call:text_short("volunteer", "required") ?><?cs
call:number_as("part", "optional", "", Lang.platform.Transfer.part_hint) ?><?cs
call:check("agree", Lang.platform.Transfer.out_agree) ?><?cs call:submit(Lang.platform.Transfer.download) ?><?cs call:form_end() ?>
<?cs call:page_foot("staff") ?>
