<?cs set:Title = Lang.activity.sheet ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/activity/manage"><?cs var:Lang.activity.manage ?></a> › <a href="/activity/manage/<?cs
var:Page.Activity.no ?>"><?cs var:Page.Activity.no ?></a> › <?cs var:Lang.activity.sheet ?></p>
<h1><?cs var:Lang.activity.sheet ?></h1>
<div class="acts"><button class="button go js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<div class="signing"><dl class="facts">
<div><dt><?cs var:Lang.activity.sheet_what ?></dt><dd><?cs var:Page.Activity.title ?></dd></div>
<div><dt><?cs var:Lang.activity.no ?></dt><dd><?cs var:Page.Activity.no ?></dd></div>
<div><dt><?cs var:Lang.activity.when ?></dt><dd><?cs var:span(Page.Activity.starts_at + "/" + Page.Activity.ends_at) ?></dd></div>
<div><dt><?cs var:Lang.activity.Field.place ?></dt><dd><?cs var:Page.Activity.place ?></dd></div>
<div class="whole"><dt><?cs var:Lang.activity.Field.content ?></dt><dd><?cs var:Page.Activity.content ?></dd></div>
</dl>
<p><svg viewBox="0 0 <?cs var:Page.Code.side ?> <?cs var:Page.Code.side ?>" role="img" aria-label="<?cs
var:Lang.activity.sheet_code ?>"><path d="<?cs var:Page.Code.path ?>"/></svg><small><?cs var:Lang.activity.sheet_code ?></small></p></div>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.activity.sheet ?>"><table class="list roomy signing">
<caption class="hidden"><?cs var:Lang.activity.sheet ?></caption>
<thead><tr><th class="num" scope="col"><?cs var:Lang.activity.sheet_serial ?></th><th scope="col"><?cs
var:Lang.Field.name ?></th><th scope="col"><?cs var:Lang.activity.Field.volunteer_no ?></th><th scope="col"><?cs
var:Lang.activity.sheet_position ?></th><th scope="col"><?cs var:Lang.activity.begins ?></th><th scope="col"><?cs
var:Lang.activity.ends ?></th><th class="w" scope="col"><?cs var:Lang.activity.sheet_signed ?></th><th scope="col"><?cs
var:Lang.Field.note ?></th></tr></thead>
<tbody>
<?cs set:At.row = #0 ?><?cs each:r = Page.Rows ?><?cs set:At.row = At.row + #1 ?><tr><td class="num"><?cs
var:At.row ?></td><td><?cs var:r.name ?><?cs if:r.role == "leader" ?> <b class="tag"><?cs var:Lang.activity.leader ?></b><?cs
/if ?></td><td><?cs var:r.no ?></td><td><?cs var:r.position ?></td><td><?cs if:r.came ?><?cs var:hour(r.came) ?><?cs
/if ?></td><td><?cs if:r.left_at ?><?cs var:till(r.left_at) ?><?cs /if ?></td><td class="w"></td><td></td></tr>
<?cs /each ?><?cs each:s = Page.Spare ?><tr><td class="num"><?cs var:s.n ?></td><td></td><td></td><td></td><td></td><td></td><td
class="w"></td><td></td></tr>
<?cs /each ?></tbody>
</table></div>
<p><?cs var:Lang.activity.sheet_foot ?></p>
<?cs include!"staff_foot.cs" ?>
