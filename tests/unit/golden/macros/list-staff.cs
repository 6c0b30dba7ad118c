<?cs include!"layout.cs" ?><?cs call:page_head("staff", Lang.Layout.nav_needs) ?><?cs
call:title(Lang.Layout.nav_needs) ?><?cs
include!"macros/rows.inc" ?><?cs
call:page_foot("staff") ?>
