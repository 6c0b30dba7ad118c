<?cs include!"layout.cs" ?><?cs call:page_head("resident", Lang.needs.thanks) ?>
<?cs call:title(Lang.needs.thanks) ?>
<?cs call:lead(Lang.needs.thanks_next) ?>
<?cs call:facts_start() ?><?cs call:fact(Lang.station.station, Page.Station.name) ?><?cs call:fact(Lang.Field.phone, Page.Station.phone) ?><?cs
call:fact(Lang.Field.address, Page.Station.address) ?><?cs call:facts_end() ?>
<?cs call:draft_done(Page.Survey.code) ?><?cs call:link_second("/", Lang.Layout.to_front) ?>
<?cs call:page_foot("resident") ?>
