<?cs set:Title = Lang.commend.levels ?><?cs include!"staff_head.cs" ?><?cs
def:tenths(n) ?><?cs if:n > #0 ?><?cs var:n / #10 ?>.<?cs var:n % #10 ?><?cs else ?>—<?cs /if ?><?cs /def ?><?cs
def:cells(l) ?><td><?cs var:Lang.commend.Decider[l.decider] ?></td><td class="num"><?cs var:l.hours ?></td><td class="num"><?cs
if:l.weak_percent < #100 ?><?cs var:l.weak_percent ?> %<?cs else ?>—<?cs /if ?></td><td class="num"><?cs
if:l.seen_hours > #0 ?><?cs var:l.seen_hours ?><?cs else ?>—<?cs /if ?></td><td class="num"><?cs
call:tenths(l.rating_tenths) ?></td><td class="num"><?cs if:l.evaluated > #0 ?><?cs var:l.evaluated ?><?cs else ?>—<?cs
/if ?></td><td class="num"><?cs call:tenths(l.evaluation_tenths) ?></td><td class="num"><?cs
if:l.no_shows < #99 ?><?cs var:l.no_shows ?><?cs else ?>—<?cs /if ?></td><td class="num"><?cs
if:l.trainings > #0 ?><?cs var:l.trainings ?><?cs else ?>—<?cs /if ?></td><td class="num"><?cs
if:l.months > #0 ?><?cs var:l.months ?><?cs else ?>—<?cs /if ?></td><td class="num"><?cs
if:l.before_star > #0 ?><?cs var:l.before_star ?><?cs else ?>—<?cs /if ?></td><?cs /def ?><?cs
def:heads() ?><th scope="col"><?cs var:Lang.commend.decider ?></th><th class="num" scope="col"><?cs
var:Lang.commend.LevelHead.hours ?></th><th class="num" scope="col"><?cs var:Lang.commend.LevelHead.weak ?></th><th class="num"
scope="col"><?cs var:Lang.commend.LevelHead.seen ?></th><th class="num" scope="col"><?cs
var:Lang.commend.LevelHead.rating ?></th><th class="num"
scope="col"><?cs var:Lang.commend.LevelHead.evaluated ?></th><th class="num" scope="col"><?cs
var:Lang.commend.LevelHead.evaluation ?></th><th class="num" scope="col"><?cs
var:Lang.commend.LevelHead.no_shows ?></th><th class="num" scope="col"><?cs
var:Lang.commend.LevelHead.trainings ?></th><th class="num" scope="col"><?cs var:Lang.commend.LevelHead.months ?></th><th class="num"
scope="col"><?cs var:Lang.commend.LevelHead.before ?></th><?cs /def ?><div class="bar">
<h1><?cs var:Lang.commend.levels ?></h1>
<span><?cs var:Lang.commend.levels_region ?><?cs var:Page.Region ?></span>
</div>
<p><?cs var:Lang.commend.levels_about ?></p>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.commend.levels ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.levels ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.star ?></th><?cs call:heads() ?><th scope="col"><span class="hidden"><?cs
var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:l = Page.Levels ?><tr><td><?cs var:Lang.Star[l.star] ?><?cs if:l.own ?> <b class="tag info"><?cs
var:Lang.commend.level_own ?></b><?cs /if ?></td><?cs call:cells(l) ?><td><?cs if:l.may ?><a href="/commend/levels/<?cs
var:l.star ?>"><?cs var:Lang.commend.level_edit ?><span class="hidden"> <?cs var:Lang.Star[l.star] ?></span></a><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<h2><?cs var:Lang.commend.level_history ?></h2>
<?cs if:subcount(Page.History) ?><div class="scroll" tabindex="0" role="region" aria-label="<?cs
var:Lang.commend.level_history ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.commend.level_history ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.commend.level_set_at ?></th><th scope="col"><?cs var:Lang.Field.region ?></th><th scope="col"><?cs
var:Lang.commend.level_set_by ?></th><th scope="col"><?cs var:Lang.commend.star ?></th><?cs call:heads() ?><th scope="col"><?cs
var:Lang.commend.level_why ?></th></tr></thead>
<tbody>
<?cs each:h = Page.History ?><tr><td><?cs var:short(h.set_at) ?></td><td><?cs var:h.region ?></td><td><?cs var:h.set_by ?></td><td><?cs
var:Lang.Star[h.star] ?></td><?cs if:h.ended ?><td colspan="11"><?cs var:Lang.commend.level_ended ?></td><?cs
else ?><?cs call:cells(h) ?><?cs /if ?><td class="w"><?cs var:h.why ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.commend.level_history_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
