<?cs include!"layout.cs" ?><?cs call:page_head("public", Lang.station.help) ?>
<?cs call:back("/", Lang.Layout.to_front) ?>
<?cs call:title(Lang.station.help) ?>
<?cs each:part = Lang.station.Help ?><?cs call:subtitle(part.title) ?>
<?cs each:line = part.Text ?><?cs call:para(line) ?><?cs /each ?><?cs /each ?>
<?cs call:page_foot("public") ?>
