<?cs set:Title = Lang.activity.board ?><?cs include!"volunteer_head.cs" ?>
<a class="back" href="/activity/<?cs var:Page.Activity.no ?>"><?cs var:Page.Activity.title ?></a>
<h1><?cs var:Lang.activity.board ?></h1>
<p class="soft"><?cs var:Lang.activity.board_lead ?></p>
<dl class="facts card">
<div><dt><?cs var:Lang.activity.expected ?></dt><dd><?cs var:Page.Count.roster ?> <?cs var:Lang.Layout.persons ?></dd></div>
<div><dt><?cs var:Lang.activity.here ?></dt><dd><?cs var:Page.Count.here ?> <?cs var:Lang.Layout.persons ?></dd></div>
<div><dt><?cs var:Lang.activity.missing ?></dt><dd><?cs var:Page.Count.missing ?> <?cs var:Lang.Layout.persons ?></dd></div>
<div><dt><?cs var:Lang.activity.gone ?></dt><dd><?cs var:Page.Count.gone ?> <?cs var:Lang.Layout.persons ?></dd></div>
</dl>
<?cs include!"scan.cs" ?><?cs if:subcount(Page.Declared) ?><h2><?cs var:Lang.activity.declared ?></h2>
<p><?cs var:Lang.activity.declared_note ?></p>
<?cs each:d = Page.Declared ?><section class="card">
<h3><?cs var:d.name ?></h3>
<p><?cs var:hour(d.begins) ?>–<?cs var:till(d.ends) ?><br><?cs var:d.remark ?></p>
<?cs if:d.own ?><p class="soft"><?cs var:Lang.activity.own_declared ?></p>
<?cs else ?><form method="post" action="/activity/record/<?cs var:d.no ?>/confirm"><?cs include!"token.cs" ?>
<button class="button second" type="submit"><?cs var:Lang.activity.confirm ?></button></form>
<?cs /if ?></section>
<?cs /each ?><?cs /if ?><?cs if:subcount(Page.People) ?><h2><?cs var:Lang.activity.people ?></h2>
<?cs if:Page.Tick ?><p class="soft"><?cs var:Lang.activity.tick_note ?></p>
<?cs /if ?><ul class="list">
<?cs each:p = Page.People ?><li><div class="row"><span><?cs var:p.name ?><?cs if:p.duty ?><small><?cs var:p.duty ?></small><?cs
/if ?><?cs if:p.came ?><small><?cs var:hour(p.came) ?><?cs if:p.left_at ?>–<?cs var:hour(p.left_at) ?><?cs
/if ?></small><?cs /if ?></span><?cs set:Press = Page.Tick && p.no && !p.own && p.place != "gone" ?><?cs
if:!Press || p.place != "missing" ?> <b class="tag <?cs if:p.place == "here" ?>good<?cs elif:p.place == "missing" ?>wait<?cs
else ?>off<?cs /if ?>"><?cs var:Lang.activity[p.place] ?></b><?cs /if ?><?cs
if:Press ?><form method="post" action="/activity/manage/<?cs
var:Page.Activity.no ?>/tick"><?cs include!"token.cs" ?><input type="hidden" name="volunteer_no" value="<?cs
var:p.no ?>"><input
type="hidden" name="direction" value="<?cs if:p.place == "here" ?>out<?cs else ?>in<?cs /if ?>"><button
class="button small <?cs if:p.place == "here" ?>quiet<?cs else ?>second<?cs /if ?>" type="submit"><?cs
if:p.place == "here" ?><?cs var:Lang.activity.tick_out ?><?cs else ?><?cs var:Lang.activity.tick_in ?><?cs /if ?><span class="hidden"> <?cs
var:p.name ?></span></button></form><?cs /if ?></div></li>
<?cs /each ?></ul>
<?cs include!"activity/_pages.cs" ?><?cs else ?><div class="empty"><p><?cs var:Lang.activity.people_empty ?></p></div>
<?cs /if ?><?cs if:subcount(Page.Excused) ?><h2><?cs var:Lang.activity.excused ?></h2>
<ul class="list">
<?cs each:p = Page.Excused ?><li><div class="row"><span><?cs var:p.name ?></span> <b class="tag off"><?cs
var:Lang.activity.Duty.excused ?></b></div></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"volunteer_foot.cs" ?>
