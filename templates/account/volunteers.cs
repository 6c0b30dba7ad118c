<?cs set:Title = Lang.account.volunteers ?><?cs set:Section = "people" ?><?cs include!"staff_head.cs" ?><?cs
include!"fields.cs" ?><?cs include!"columns.cs" ?>
<div class="bar">
<h1><?cs var:Lang.account.volunteers ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/account/messages/undelivered"><?cs var:Lang.message.undelivered ?></a>
<a class="button" href="/account/talent"><?cs var:Lang.account.talent ?></a>
<a class="button go" href="/account/volunteers/new" data-key="n"><?cs var:Lang.account.new ?></a></div>
</div>
<form class="filters" method="post" action="/account/volunteers" novalidate><?cs include!"token.cs" ?>
<label for="f-number"><?cs var:Lang.account.find ?></label>
<input type="text" id="f-number" name="number" autocomplete="off" value="<?cs var:Page.Form.number ?>" placeholder="<?cs
var:Lang.account.Field.number ?>"><button class="button" type="submit"><?cs var:Lang.account.find_button ?></button></form>
<form class="filters" action="/account/volunteers">
<?cs call:filter_select("state", Lang.State.volunteer) ?><?cs call:filter_select("category", Page.Categories) ?><?cs
call:filter_select("skill", Page.Skills) ?><?cs call:filter_select("star", Lang.account.Star) ?><?cs
call:filter_day("from", Lang.account.registered_on) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Volunteers) ?><form action="/account/volunteers"><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.account.volunteers ?></caption>
<thead><tr><td class="tick"><input class="js-only" type="checkbox" data-check-all="only" aria-label="<?cs
var:Lang.Layout.choose_all ?>"></td><?cs call:column("no", Lang.account.no) ?><?cs call:column("name", Lang.account.Field.name) ?><?cs
call:column("sex", Lang.account.Field.sex) ?><?cs call:column_num("age", Lang.account.age) ?><?cs
call:column("phone", Lang.account.Field.phone) ?><?cs call:column("categories", Lang.account.Field.category) ?><?cs
call:column("skills", Lang.account.Field.skill) ?><?cs call:column("star", Lang.account.star) ?><?cs
call:column_num("minutes", Lang.account.hours) ?><?cs call:column("registered_on", Lang.account.registered_on) ?><?cs
call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:v = Page.Volunteers ?><tr><td class="tick"><input class="js-only" type="checkbox"
name="only" value="<?cs var:v.no ?>" aria-label="<?cs
var:Lang.Layout.choose_one ?> <?cs var:v.no ?>"></td>
<td><a href="/account/volunteers/<?cs var:v.no ?>"><?cs var:v.no ?></a></td>
<td><?cs var:v.name ?></td><td><?cs var:Lang.account.Sex[v.sex] ?></td><td class="num"><?cs var:v.age ?></td><td><?cs var:v.phone ?></td>
<td class="w"><?cs var:v.categories ?></td><td><?cs var:v.skills ?></td><td><?cs
if:v.star > #0 ?><?cs var:Lang.account.Star[v.star] ?><?cs /if ?></td><td class="num"><?cs var:v.hours ?></td><td><?cs
var:short(v.registered_on) ?></td>
<td><b class="tag <?cs var:v.state ?>"><?cs var:Lang.State.volunteer[v.state] ?></b></td></tr>
<?cs /each ?></tbody>
</table></div>
<div class="foot"><span data-ticked="<?cs var:Lang.Frame.ticked ?>"></span> <?cs include!"picked.cs" ?><?cs include!"pager.cs" ?></div>
</form>
<?cs else ?><p class="empty"><?cs var:Lang.account.volunteers_empty ?></p>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
