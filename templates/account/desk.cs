<?cs set:Title = Lang.account.desk ?><?cs set:Section = "desk" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Page.Who.name ?><?cs var:Lang.account.desk_hello ?></h1>
<span><?cs var:on(Page.Today) ?></span>
<div class="acts"><a class="button" href="/needs/ledger/new" data-key="n"><?cs var:Lang.Nav.need_new ?></a>
<a class="button" href="/activity/manage/new"><?cs var:Lang.Nav.activity_new ?></a>
<a class="button" href="/account/volunteers/new"><?cs var:Lang.account.new ?></a></div>
</div>
<?cs if:Page.Late.waiting ?><p class="note bad"><?cs var:Lang.account.late_rows ?> <?cs var:Page.Late.waiting ?><?cs
if:Page.Late.counted == 0 ?><?cs var:Lang.account.late_more ?><?cs /if ?> <?cs var:Lang.account.late_oldest ?> <?cs
var:Page.Late.hours ?> <?cs var:Lang.account.late_hours ?>
<a href="/platform/?state=waiting"><?cs var:Lang.account.late_link ?></a></p>
<?cs /if ?><?cs include!"account/first.cs" ?><h2><?cs var:Lang.account.desk_waiting ?></h2>
<?cs if:subcount(Page.Waiting) ?><div class="scroll"><table class="list roomy">
<caption class="hidden"><?cs var:Lang.account.desk_waiting ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.account.thing ?></th><th class="num" scope="col"><?cs var:Lang.account.count ?></th>
<th scope="col"><span class="hidden"><?cs var:Lang.Layout.actions ?></span></th></tr></thead>
<tbody>
<?cs each:w = Page.Waiting ?><tr<?cs if:w.what == "overdue" || w.what == "objection" ?> class="urgent"<?cs
/if ?>><td class="w"><a href="<?cs
var:url_validate(w.href) ?>"><?cs var:Lang.account.Waiting[w.what] ?></a></td><td class="num"><?cs var:w.n ?><?cs var:w.more ?></td>
<td><a href="<?cs var:url_validate(w.href) ?>" tabindex="-1" aria-hidden="true"><?cs var:Lang.account.handle ?></a></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.account.desk_nothing ?></p>
<?cs /if ?><h2><?cs var:Lang.account.desk_links ?></h2>
<p class="acts"><?cs if:Page.Who.kind == "staff" ?><a class="button" href="/account/volunteers"><?cs
var:Lang.account.volunteers ?></a><?cs /if ?><?cs if:subcount(Page.Stations) > 1 ?><a class="button" href="/account/station"><?cs
var:Lang.account.station_change ?></a><?cs /if ?><a class="button" href="/account/mine"><?cs var:Lang.account.mine_title ?></a></p>
<?cs include!"staff_foot.cs" ?>
