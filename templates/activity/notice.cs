<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.activity.notice) ?>
<?cs call:title(Lang.activity.notice) ?>
<?cs call:lead(Lang.activity.notice_lead) ?>
<?cs if:subcount(Page.Activities) ?><?cs call:cells_start("") ?>
<?cs each:a = Page.Activities ?><?cs call:cell_link("/activity/notice/" + a.no, a.title, a.station + " " + a.day, Lang.activity.until + " " + a.notice_until) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.activity.notice_empty) ?><?cs /if ?>
<?cs call:page_foot("public") ?>
