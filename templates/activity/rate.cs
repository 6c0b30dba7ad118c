<?cs set:Title = Lang.activity.rate ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <a href="/activity/manage/<?cs
var:Page.Activity.no ?>"><?cs var:Page.Activity.no ?></a> › <?cs var:Lang.activity.rate ?></p>
<h1><?cs var:Lang.activity.rate ?></h1>
<span><?cs var:Page.Activity.title ?> <?cs var:on(Page.Activity.day) ?></span>
</div>
<p class="note"><?cs var:Lang.activity.rate_note ?></p>
<?cs if:subcount(Page.People) ?><form method="post" action="/activity/manage/<?cs var:Page.Activity.no ?>/rate" novalidate><?cs
include!"token.cs" ?>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.people ?></caption>
<thead><tr><th class="tick" scope="col"><input type="checkbox" aria-label="<?cs
var:Lang.Layout.choose_all ?>" data-check-all="person"></th><th scope="col"><?cs
var:Lang.activity.Field.volunteer_no ?></th><th scope="col"><?cs var:Lang.Field.name ?></th><th class="num" scope="col"><?cs
var:Lang.activity.hours ?></th><th class="num" scope="col"><?cs var:Lang.activity.Field.score_a ?></th><th class="num" scope="col"><?cs
var:Lang.activity.Field.score_b ?></th><th class="num" scope="col"><?cs
var:Lang.activity.Field.score_c ?></th><th scope="col"><?cs var:Lang.activity.Field.words ?></th><th scope="col"><?cs
var:Lang.activity.rated_on ?></th></tr></thead>
<tbody>
<?cs each:p = Page.People ?><tr><td class="tick"><input type="checkbox" name="person" value="<?cs var:p.ref ?>" aria-label="<?cs
var:Lang.activity.choose ?> <?cs var:p.name ?>"<?cs if:Page.Form.person_is[p.ref] ?> checked<?cs /if ?>></td><td><?cs
var:p.no ?></td><td><?cs var:p.name ?></td><td class="num"><?cs var:p.hours ?></td><td class="num"><?cs
var:p.score_a ?></td><td class="num"><?cs var:p.score_b ?></td><td class="num"><?cs var:p.score_c ?></td>
<td class="w"><?cs var:p.words ?></td><td><?cs var:short(p.rated_on) ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="form">
<?cs call:select("score_a", "required", Lang.activity.Score) ?><?cs call:select("score_b", "required", Lang.activity.Score) ?><?cs
call:select("score_c", "required", Lang.activity.Score) ?><?cs set:At.wide = #1 ?><?cs call:textarea("words", "required", "3") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.rate_save ?></button>
<span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span></p></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.activity.rate_empty ?></p>
<?cs /if ?><h2><?cs var:Lang.activity.views ?></h2>
<?cs if:Page.Mean.people ?><dl class="facts">
<div><dt><?cs var:Lang.activity.views_people ?></dt><dd><?cs var:Page.Mean.people ?></dd></div>
<div><dt><?cs var:Lang.activity.Of_station.score_a ?></dt><dd><?cs var:Page.Mean.score_a ?></dd></div>
<div><dt><?cs var:Lang.activity.Of_station.score_b ?></dt><dd><?cs var:Page.Mean.score_b ?></dd></div>
<div><dt><?cs var:Lang.activity.Of_station.score_c ?></dt><dd><?cs var:Page.Mean.score_c ?></dd></div>
</dl>
<ul class="rows">
<?cs each:v = Page.Views ?><li><?cs var:on(v.rated_on) ?> <span><?cs var:v.words ?></span></li>
<?cs /each ?></ul>
<?cs else ?><p class="empty"><?cs var:Lang.activity.views_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
