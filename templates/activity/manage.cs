<?cs set:Title = Lang.activity.manage ?><?cs include!"staff_head.cs" ?><?cs include!"fields.cs" ?><?cs include!"columns.cs" ?><?cs
def:when(word, on, from, to) ?><li><?cs
if:word == "ahead" ?><a href="/activity/manage"<?cs
elif:word == "all" ?><a href="/activity/manage?sort=day&amp;dir=desc"<?cs
else ?><a href="/activity/manage?from=<?cs var:url_escape(from) ?>&amp;to=<?cs var:url_escape(to) ?>"<?cs /if ?><?cs
if:on ?> aria-current="true"<?cs /if ?>><?cs var:Lang.activity.When[word] ?></a></li>
<?cs /def ?><?cs
def:row(a) ?><tr<?cs if:a.overdue ?> class="urgent"<?cs /if ?>><td><a href="/activity/manage/<?cs
var:a.no ?>"><?cs var:a.no ?></a></td><td class="w"><?cs var:a.title ?></td><td><?cs var:short(a.day) ?></td>
<td><?cs var:hour(a.begins) ?>–<?cs var:till(a.ends) ?></td><td class="wide-only"><?cs var:a.place ?></td>
<td class="wide-only"><?cs var:a.category_name ?></td><td><?cs var:a.leader_name ?></td>
<td class="num"><?cs var:a.roster ?></td><td class="num"><?cs var:a.waiting ?></td><td class="num"><?cs var:a.recorded ?></td>
<td><?cs if:a.overdue ?><b class="late"><?cs var:short(a.record_due_on) ?> <?cs var:Lang.activity.overdue ?></b><?cs
else ?><?cs var:short(a.record_due_on) ?><?cs /if ?></td>
<td><b class="tag <?cs var:a.state ?>"><?cs var:Lang.State.activity[a.state] ?></b></td></tr>
<?cs /def ?>
<div class="bar">
<h1><?cs var:Lang.activity.manage ?></h1>
<?cs include!"list_head.cs" ?><div class="acts"><?cs include!"list_acts.cs" ?>
<a class="button" href="/activity/manage/absences"><?cs var:Lang.activity.absences ?></a>
<a class="button" href="/activity/manage/calendar"><?cs var:Lang.activity.calendar ?></a>
<a class="button" href="/activity/manage/series/new"><?cs var:Lang.activity.series_new ?></a>
<a class="button go" href="/activity/manage/new" data-key="n"><?cs var:Lang.activity.new ?></a></div>
</div>
<ul class="chips"><?cs
call:when("ahead", Page.Usual, "", "") ?><?cs
call:when("today", Page.List.Filter.from.value == Page.When.today && Page.List.Filter.to.value == Page.When.today,
	Page.When.today, Page.When.today) ?><?cs
call:when("week", Page.List.Filter.from.value == Page.When.monday && Page.List.Filter.to.value == Page.When.sunday,
	Page.When.monday, Page.When.sunday) ?><?cs
call:when("past", !Page.List.Filter.from.value && Page.List.Filter.to.value == Page.When.yesterday, "", Page.When.yesterday) ?><?cs
call:when("all", !Page.List.Filter.from.value && !Page.List.Filter.to.value, "", "") ?></ul>
<form class="filters" action="/activity/manage">
<?cs call:filter_text("q") ?><?cs call:filter_day("from", Lang.activity.day) ?><?cs call:filter_day("to", Lang.Frame.to) ?><?cs
call:filter_select("state", Lang.State.activity) ?><?cs call:filter_select("category", Page.Categories) ?><?cs
include!"list_clear.cs" ?></form>
<?cs if:subcount(Page.Activities) ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.manage ?></caption>
<thead><tr><?cs call:column("no", Lang.activity.no) ?><?cs call:column("title", Lang.activity.Field.title) ?><?cs
call:column("day", Lang.activity.day) ?><?cs call:column("begins", Lang.activity.when) ?><th class="wide-only" scope="col"><?cs
var:Lang.activity.Field.place ?></th><th class="wide-only" scope="col"><?cs var:Lang.Field.category ?></th><?cs
call:column("leader_name", Lang.activity.leader) ?><?cs call:column_num("roster", Lang.activity.roster) ?><?cs
call:column_num("waiting", Lang.activity.waiting) ?><?cs call:column_num("recorded", Lang.activity.recorded) ?><?cs
call:column("due", Lang.activity.due) ?><?cs call:column("state", Lang.Layout.state) ?></tr></thead>
<tbody>
<?cs each:a = Page.Activities ?><?cs call:row(a) ?><?cs /each ?></tbody>
</table></div>
<div class="foot"><?cs include!"pager.cs" ?></div>
<?cs elif:Page.Usual ?><p class="empty"><?cs var:Lang.activity.none_ahead ?></p>
<?cs else ?><p class="empty"><?cs var:Lang.activity.manage_empty ?></p>
<?cs /if ?><?cs if:subcount(Page.Past) ?><h2><?cs var:Lang.activity.past_lately ?></h2>
<div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.activity.past_lately ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.activity.no ?></th><th scope="col"><?cs var:Lang.activity.Field.title ?></th><th scope="col"><?cs
var:Lang.activity.day ?></th><th scope="col"><?cs var:Lang.activity.when ?></th><th class="wide-only" scope="col"><?cs
var:Lang.activity.Field.place ?></th><th class="wide-only" scope="col"><?cs var:Lang.Field.category ?></th><th scope="col"><?cs
var:Lang.activity.leader ?></th><th class="num" scope="col"><?cs var:Lang.activity.roster ?></th><th class="num" scope="col"><?cs
var:Lang.activity.waiting ?></th><th class="num" scope="col"><?cs var:Lang.activity.recorded ?></th><th scope="col"><?cs
var:Lang.activity.due ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:a = Page.Past ?><?cs call:row(a) ?><?cs /each ?></tbody>
</table></div>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
