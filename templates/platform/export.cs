<?cs include!"layout.cs" ?><?cs include!"platform/tabs.cs" ?><?cs call:page_head("staff", Lang.platform.export) ?>
<?cs call:title(Lang.platform.export) ?><?cs call:platform_tabs() ?>
<?cs if:subcount(Page.Files) ?><?cs call:para(Lang.platform.export_lead) ?>
<?cs if:subcount(Page.Waiting) ?><?cs call:table_start(Lang.platform.export) ?><?cs call:th(Lang.platform.destination) ?><?cs call:th(Lang.platform.kind) ?><?cs
call:th_num(Lang.State.outbox.waiting) ?><?cs call:th_num(Lang.State.outbox.exported) ?><?cs call:table_body() ?>
<?cs each:w = Page.Waiting ?><?cs call:tr() ?><?cs call:td(w.destination) ?><?cs call:td(Lang.State.outbox_kind[w.kind]) ?><?cs
call:td_num(w.waiting) ?><?cs call:td_num(w.exported) ?><?cs call:tr_end() ?><?cs /each ?><?cs call:table_end() ?>
<?cs else ?><?cs call:empty(Lang.platform.export_nothing) ?><?cs /if ?>
<?cs call:subtitle(Lang.platform.export_make) ?><?cs call:form_start("/platform/export") ?>
<?cs call:select("destination", "required", Page.Files) ?><?cs call:select("kind", "required", Lang.State.outbox_kind) ?><?cs
call:select("format", "required", Lang.platform.Format) ?><?cs call:check("again", Lang.platform.again) ?><?cs call:submit(Lang.platform.export_make) ?><?cs call:form_end() ?>
<?cs call:link_second("/platform/receipts", Lang.platform.receipts_enter) ?>
<?cs else ?><?cs call:empty(Lang.platform.export_empty) ?><?cs /if ?>
<?cs call:page_foot("staff") ?>
