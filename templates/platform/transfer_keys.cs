<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.Transfer.keys) ?>
<?cs call:back("/platform/transfer", Lang.Layout.back_list) ?>
<?cs call:title(Lang.platform.Transfer.keys) ?>
<?cs call:para(Lang.platform.Transfer.keys_lead) ?>
<?cs if:subcount(Page.Keys) ?><?cs call:table_start(Lang.platform.Transfer.keys) ?><?cs call:th(Lang.platform.Transfer.key_name) ?><?cs
call:th(Lang.platform.Transfer.key_id) ?><?cs call:th(Lang.platform.Transfer.key_added) ?><?cs call:th(Lang.platform.Transfer.key_ended) ?><?cs call:table_body() ?>
<?cs each:k = Page.Keys ?><?cs call:tr() ?><?cs call:td(k.name) ?><?cs call:td(k.no) ?><?cs call:td_day(k.added) ?><?cs call:td_day(k.ended) ?><?cs call:tr_end() ?><?cs /each ?>
<?cs call:table_end() ?><?cs else ?><?cs call:empty(Lang.platform.Transfer.keys_empty) ?><?cs /if ?>
<?cs call:subtitle(Lang.platform.Transfer.own_key) ?><?cs call:para(Lang.platform.Transfer.own_key_lead) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.platform.Transfer.key_id, Page.Own.no) ?><?cs call:fact(Lang.platform.Transfer.key_text, Page.Own.key) ?><?cs call:facts_end() ?>
<?cs call:page_foot("staff") ?>
