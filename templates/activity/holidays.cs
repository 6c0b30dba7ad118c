<?cs set:Title = Lang.activity.holidays ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?>
<div class="bar">
<h1><?cs var:Lang.activity.holidays ?></h1>
</div>
<p><?cs var:Lang.activity.holidays_lead ?></p>
<?cs if:Page.Missing ?><p class="note bad"><?cs var:Page.Missing ?> <?cs var:Lang.activity.holidays_missing ?></p>
<?cs /if ?><h2><?cs var:Lang.activity.notice_paste ?></h2>
<form class="form" method="post" action="/activity/holidays/paste" novalidate><?cs include!"token.cs" ?><div class="field"><label
for="f-year"><?cs var:Lang.activity.Field.year ?></label><input class="short" id="f-year" name="year" inputmode="numeric" value="<?cs
if:Page.Form.year ?><?cs var:Page.Form.year ?><?cs else ?><?cs var:Page.Next ?><?cs /if ?>"></div>
<?cs call:text("notice_source", "required") ?><?cs set:At.wide = #1 ?><?cs call:textarea("notice", "required", "8") ?>
<p class="acts"><button class="button go" type="submit"><?cs var:Lang.activity.notice_take ?></button></p>
</form>
<h2><?cs var:Lang.activity.holiday_one ?></h2>
<form class="form" method="post" action="/activity/holidays" novalidate><?cs include!"token.cs" ?>
<?cs call:day("day", "required") ?><?cs call:radios("kind", "required", Lang.activity.HolidayKind) ?>
<?cs call:text("name", "required") ?><?cs call:text("source", "required") ?>
<p class="acts"><button class="button" type="submit"><?cs var:Lang.Layout.save ?></button></p>
</form>
<?cs if:subcount(Page.Days) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.holidays ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Field.day ?></th><th scope="col"><?cs var:Lang.activity.Field.kind ?></th><th scope="col"><?cs
var:Lang.activity.Field.name ?></th><th scope="col"><?cs var:Lang.activity.Field.source ?></th><th class="no-print" scope="col"><span
class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:d = Page.Days ?><tr><td><?cs var:on(d.day) ?></td><td><?cs var:Lang.activity.HolidayKind[d.kind] ?></td><td><?cs
var:d.name ?></td><td class="w"><?cs var:d.source ?></td><td class="no-print"><form method="post" action="/activity/holidays/remove"><?cs
include!"token.cs" ?><input type="hidden" name="day" value="<?cs var:d.day ?>"><button class="plain" type="submit"><?cs
var:Lang.activity.holiday_remove ?><span class="hidden"> <?cs var:d.day ?></span></button></form></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
