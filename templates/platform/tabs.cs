<?cs def:platform_tabs() ?><?cs call:tabs_start() ?><?cs call:tab("/platform/", Lang.platform.title) ?><?cs
call:tab("/platform/reconcile", Lang.platform.reconcile) ?><?cs
call:tab("/platform/export", Lang.platform.export) ?><?cs
call:tab("/platform/transfer", Lang.platform.Transfer.title) ?><?cs
call:tab("/platform/balance", Lang.platform.equation) ?><?cs call:tabs_end() ?><?cs /def ?>
