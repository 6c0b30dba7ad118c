<?cs set:Title = Lang.activity.flags_title ?><?cs include!"staff_head.cs" ?><?cs
def:head(text) ?><th class="num" scope="col"><?cs var:text ?></th>
<?cs /def ?><?cs
def:cell(value) ?><td class="num"><?cs var:value ?></td><?cs /def ?>
<div class="bar">
<?cs if:Page.Region.code ?><p class="crumb"><a href="/activity/flags"><?cs var:Lang.activity.flags_title ?></a> › <?cs
var:Page.Region.name ?></p>
<?cs /if ?><h1><?cs var:Lang.activity.flags_title ?></h1>
<span><?cs var:Lang.activity.flags_lead ?><?cs var:on(Page.Since) ?></span>
<div class="acts"><a class="button" href="/activity/flags/records"><?cs var:Lang.activity.flagged_all ?></a>
<button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<?cs if:subcount(Page.Stations) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.activity.flags_title ?>"><table class="figures">
<caption class="hidden"><?cs var:Lang.activity.flags_title ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.station ?></th><?cs call:head(Lang.activity.records) ?><?cs
call:head(Lang.activity.flagged) ?><?cs call:head(Lang.activity.backfill_rate) ?><?cs
each:f = Lang.activity.Flag ?><?cs call:head(f) ?><?cs /each ?></tr></thead>
<tbody>
<?cs each:s = Page.Stations ?><tr><td><?cs var:s.name ?></td><?cs call:cell(s.records) ?><?cs call:cell(s.flagged) ?><?cs
call:cell(s.backfill_rate) ?><?cs
each:f = Lang.activity.Flag ?><td class="num"><?cs if:s[name(f)] > #0 ?><a href="/activity/flags/records?station=<?cs
var:url_escape(s.no) ?>&amp;flag=<?cs var:url_escape(name(f)) ?>"><?cs var:s[name(f)] ?></a><?cs else ?>0<?cs
/if ?></td><?cs /each ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.activity.flags_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Overdue) ?><h2><?cs var:Lang.activity.overdue_title ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.activity.overdue_title ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.overdue_title ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.station ?></th><?cs call:head(Lang.activity.activities) ?><th scope="col"><?cs
var:Lang.activity.oldest ?></th></tr></thead>
<tbody>
<?cs each:s = Page.Overdue ?><tr><td class="w"><?cs var:s.name ?></td><?cs call:cell(s.activities) ?><td><?cs
var:on(s.oldest) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
