<?cs # _sides.cs - Page.A and Page.B beside each other, what agrees, and hours at the same minutes.
?><?cs def:side_row(label, a, b, same) ?><?cs if:string.length(a) || string.length(b) ?><tr><th scope="row"><?cs var:label ?></th><td><?cs
var:a ?></td><td><?cs var:b ?></td><td><?cs if:same ?><b class="tag wait"><?cs var:Lang.merge.same ?></b><?cs /if ?></td></tr>
<?cs /if ?><?cs /def ?><?cs
def:side_day(label, a, b) ?><?cs if:string.length(a) || string.length(b) ?><tr><th scope="row"><?cs var:label ?></th><td><?cs
if:string.length(a) ?><?cs var:on(a) ?><?cs /if ?></td><td><?cs if:string.length(b) ?><?cs var:on(b) ?><?cs /if ?></td><td></td></tr>
<?cs /if ?><?cs /def ?><div class="scroll"><table class="list">
<caption class="hidden"><?cs var:Lang.merge.sides ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.merge.field ?></th><th scope="col"><?cs var:HeadA ?></th><th scope="col"><?cs
var:HeadB ?></th><th scope="col"><?cs var:Lang.merge.agrees ?></th></tr></thead>
<tbody>
<tr><th scope="row"><?cs var:Lang.merge.name ?></th><td><?cs if:Page.A.no ?><a href="/account/volunteers/<?cs
var:url_escape(Page.A.no) ?>"><?cs var:Page.A.name ?></a><?cs else ?><?cs var:Page.A.name ?><?cs /if ?></td><td><?cs
if:Page.B.no ?><a href="/account/volunteers/<?cs var:url_escape(Page.B.no) ?>"><?cs var:Page.B.name ?></a><?cs
else ?><?cs var:Page.B.name ?><?cs /if ?></td><td><?cs if:Page.Same.name ?><b class="tag wait"><?cs
var:Lang.merge.same ?></b><?cs /if ?></td></tr>
<?cs call:side_row(Lang.merge.volunteer_no, Page.A.no, Page.B.no, "") ?><?cs
call:side_row(Lang.merge.home, Page.A.station, Page.B.station, "") ?><?cs
if:Page.A.ours || Page.B.ours || Page.Same.birth ?><?cs
call:side_row(Lang.merge.birth, Page.A.birth_on, Page.B.birth_on, Page.Same.birth) ?><?cs
call:side_row(Lang.merge.id_type, Page.A.id_type, Page.B.id_type, "") ?><?cs
call:side_row(Lang.merge.id_no, Page.A.id_no, Page.B.id_no, Page.Same.number) ?><?cs
call:side_row(Lang.merge.phone, Page.A.phone, Page.B.phone, Page.Same.phone) ?><?cs /if ?><?cs
call:side_day(Lang.merge.registered, Page.A.registered_on, Page.B.registered_on) ?><?cs
call:side_row(Lang.merge.state, Lang.State.volunteer[Page.A.state], Lang.State.volunteer[Page.B.state], "") ?><?cs
call:side_row(Lang.merge.hours, Page.A.hours, Page.B.hours, "") ?><?cs
call:side_row(Lang.merge.brought, Page.A.brought_hours, Page.B.brought_hours, "") ?><?cs
call:side_row(Lang.merge.records, Page.A.records, Page.B.records, "") ?><?cs
call:side_day(Lang.merge.served, Page.A.served_on, Page.B.served_on) ?><?cs
call:side_row(Lang.merge.star, Lang.merge.Star[Page.A.star], Lang.merge.Star[Page.B.star], "") ?><?cs
call:side_row(Lang.merge.applications, Page.A.applications, Page.B.applications, "") ?><?cs
call:side_row(Lang.merge.trainings, Page.A.trainings, Page.B.trainings, "") ?><?cs
call:side_row(Lang.merge.honours, Page.A.honours, Page.B.honours, "") ?><?cs
call:side_row(Lang.merge.wechat, Lang.merge.Bound[Page.A.wechat], Lang.merge.Bound[Page.B.wechat], "") ?><?cs
if:Page.A.account || Page.B.account ?><tr><th scope="row"><?cs var:Lang.merge.account ?></th><td><?cs
var:Lang.merge.Account[Page.A.account] ?> <?cs var:Page.A.login ?></td><td><?cs var:Lang.merge.Account[Page.B.account] ?> <?cs
var:Page.B.login ?></td><td></td></tr>
<?cs /if ?></tbody>
</table></div>
<?cs if:Page.A.account && Page.B.account ?><p class="note wait"><?cs var:Lang.merge.two_accounts ?></p>
<?cs /if ?><?cs if:!Page.A.ours || !Page.B.ours ?><p class="hint"><?cs var:Lang.merge.masked ?></p>
<?cs /if ?><?cs if:Page.TwiceCount > #0 ?><h2><?cs var:Lang.merge.twice ?> <?cs var:Page.TwiceCount ?></h2>
<p class="note wait"><?cs var:Lang.merge.twice_about ?></p>
<ul class="rows">
<?cs each:t = Page.Twice ?><li><span><?cs var:t.no ?></span><span><?cs var:span(t.starts_at + "/" + t.ends_at) ?></span><span><?cs
var:t.other ?></span><span><?cs var:span(t.other_starts_at + "/" + t.other_ends_at) ?></span></li>
<?cs /each ?></ul>
<?cs /if ?>
