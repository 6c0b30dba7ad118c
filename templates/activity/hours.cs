<?cs include!"layout.cs" ?><?cs call:page_head("volunteer", Lang.activity.my_hours) ?>
<?cs call:back("/account/me", Lang.Layout.to_me) ?>
<?cs call:title(Lang.activity.my_hours) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.activity.total, Page.Total.hours + " " + Lang.Layout.hours) ?><?cs
call:fact(Lang.activity.this_year, Page.Year.hours + " " + Lang.Layout.hours) ?><?cs call:fact(Lang.activity.pending, Page.Waiting.hours + " " + Lang.Layout.hours) ?><?cs
call:fact(Lang.Evidence.scan, Page.Total.scan) ?><?cs call:fact(Lang.Evidence.list, Page.Total.list) ?><?cs call:fact(Lang.Evidence.declared, Page.Total.declared) ?><?cs
call:fact(Lang.Evidence.backfill, Page.Total.backfill) ?><?cs if:Page.Total.brought ?><?cs
call:fact_link(Lang.activity.brought, "/platform/transfer/mine", Page.Total.brought) ?><?cs /if ?><?cs call:facts_end() ?>
<?cs if:subcount(Page.Records) ?><?cs call:cells_start(Lang.activity.records) ?>
<?cs each:r = Page.Records ?><?cs call:cell_link("/activity/hours/" + r.no, r.title, r.served_on + " " + Lang.Evidence[r.evidence] + " " + Lang.State.service_record[r.state], r.hours) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.activity.hours_empty) ?><?cs /if ?>
<?cs call:page_foot("volunteer") ?>
