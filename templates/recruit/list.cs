<?cs include!"layout.cs" ?><?cs
def:open_list() ?><?cs call:title(Lang.recruit.list) ?>
<?cs call:filter_start("/recruit/") ?><?cs call:filter_select("category", Page.Categories) ?><?cs call:filter_end() ?>
<?cs if:subcount(Page.Projects) ?><?cs call:cells_start("") ?>
<?cs each:p = Page.Projects ?><?cs set:Open.about = p.place + " · " + p.starts_on + " " + Lang.recruit.until + " " + p.ends_on + " · " + p.station ?><?cs
if:p.places > #0 ?><?cs set:Open.value = Lang.recruit.places_left + " " + p.places ?><?cs else ?><?cs set:Open.value = Lang.recruit.line_up ?><?cs /if ?><?cs
call:cell_link("/recruit/" + p.no, p.title, Open.about, Open.value) ?><?cs /each ?>
<?cs call:cells_end() ?><?cs call:pager() ?><?cs else ?><?cs call:empty(Lang.recruit.list_empty) ?><?cs /if ?><?cs /def ?><?cs
if:Page.Who.kind == "volunteer" || Page.Who.kind == "wechat" ?><?cs call:page_head("volunteer", Lang.recruit.list) ?><?cs call:open_list() ?><?cs call:page_foot("volunteer") ?><?cs
else ?><?cs call:page_head("public", Lang.recruit.list) ?><?cs call:open_list() ?><?cs call:page_foot("public") ?><?cs /if ?>
