<?cs set:Title = Lang.recruit.list ?><?cs include!"public_head.cs" ?><?cs include!"fields.cs" ?>
<h1><?cs var:Lang.recruit.list ?></h1>
<form class="filters" action="/recruit/"><?cs call:filter_select("category", Page.Categories) ?>
<button class="button second" type="submit"><?cs var:Lang.Layout.find ?></button></form>
<?cs if:subcount(Page.Projects) ?><ul class="list">
<?cs each:p = Page.Projects ?><li><a class="shift" href="/recruit/<?cs var:p.no ?>">
<span class="when"><span><?cs var:span(p.starts_on + "/" + p.ends_on) ?></span><?cs
if:p.places > #0 ?> <b class="tag wait"><?cs var:Lang.recruit.places_left ?> <?cs var:p.places ?> <?cs var:Lang.Layout.persons ?></b><?cs
else ?> <b class="tag off"><?cs var:Lang.recruit.full_line ?></b><?cs /if ?></span>
<strong><?cs var:p.title ?></strong><small><?cs var:p.place ?></small><small><?cs var:p.station ?></small></a></li>
<?cs /each ?></ul>
<?cs include!"pager.cs" ?><?cs else ?><div class="empty"><p><?cs var:Lang.recruit.list_empty ?></p></div>
<?cs /if ?><?cs include!"public_foot.cs" ?>
