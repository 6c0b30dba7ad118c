<?cs include!"layout.cs" ?><?cs call:page_head("staff", Page.Title) ?><?cs call:title(Page.Title) ?><?cs call:page_foot("staff") ?>
