<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.Layout.menu_notice) ?><?cs
call:title(Lang.Layout.menu_notice) ?><?cs include!"macros/rows.inc" ?><?cs call:page_foot("public") ?>
