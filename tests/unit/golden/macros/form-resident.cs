<?cs include!"layout.cs" ?><?cs call:page_head("resident", Lang.Layout.details) ?><?cs
call:back("/needs/ledger", Lang.Layout.back_list) ?><?cs
call:title(Lang.Layout.details) ?><?cs
include!"macros/fields.inc" ?><?cs
call:page_foot("resident") ?>
