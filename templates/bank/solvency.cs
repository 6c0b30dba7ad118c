<?cs set:Title = Lang.bank.solvency ?><?cs set:Paper = "report" ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<h1><?cs var:Lang.bank.solvency ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Frame.print_all ?></button></div>
</div>
<p><?cs var:Lang.bank.solvency_about ?></p>
<dl class="facts">
<div><dt><?cs var:Lang.bank.promised ?></dt><dd><?cs var:Page.Promised ?></dd></div>
<div><dt><?cs var:Lang.bank.pool ?></dt><dd><?cs var:Page.Pools.pool ?></dd></div>
<div><dt><?cs var:Lang.bank.held ?></dt><dd><?cs var:Page.Pools.hold ?></dd></div>
<div><dt><?cs var:Lang.bank.owed ?></dt><dd><?cs var:Page.Pools.debt ?></dd></div>
<div><dt><?cs var:Lang.bank.year ?></dt><dd><?cs var:Page.Year ?></dd></div>
<div><dt><?cs var:Lang.bank.Field.draw_age ?></dt><dd><?cs var:Page.DrawAge ?></dd></div>
</dl>
<h2><?cs var:Lang.bank.by_age ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.bank.by_age ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.by_age ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.bank.age ?></th><th class="num" scope="col"><?cs
var:Lang.bank.people ?></th><th class="num" scope="col"><?cs
var:Lang.bank.promised ?></th></tr></thead>
<tbody>
<?cs each:b = Page.Bands ?><tr><td><?cs var:b.from ?>–<?cs var:b.until ?></td><?cs if:b.few ?><td class="num" colspan="2"><?cs
var:Lang.bank.few ?></td><?cs else ?><td class="num"><?cs var:b.people ?></td><td class="num"><?cs var:b.hours ?></td><?cs
/if ?></tr>
<?cs /each ?></tbody>
</table></div>
<h2><?cs var:Lang.bank.forecast ?></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:Lang.bank.forecast ?>"><table class="list">
<caption class="hidden"><?cs var:Lang.bank.forecast ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.bank.in_years ?></th><th class="num" scope="col"><?cs
var:Lang.bank.due ?></th><th class="num" scope="col"><?cs
var:Lang.bank.able ?></th><th class="num" scope="col"><?cs var:Lang.bank.yearly ?></th><th class="num" scope="col"><?cs
var:Lang.bank.takes ?></th><th scope="col"><?cs var:Lang.Layout.state ?></th></tr></thead>
<tbody>
<?cs each:s = Page.Steps ?><tr><td><?cs if:s.years == #0 ?><?cs var:Lang.bank.now ?><?cs else ?><?cs var:s.years ?> <?cs
var:Lang.bank.years_on ?><?cs /if ?></td><td class="num"><?cs var:s.due ?></td><td class="num"><?cs var:s.able ?></td>
<td class="num"><?cs var:s.yearly ?></td><td class="num"><?cs var:s.takes ?></td><td><?cs if:s.short ?><b class="tag late"><?cs
var:Lang.bank.short ?></b><?cs else ?><b class="tag done"><?cs var:Lang.bank.enough ?></b><?cs /if ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs include!"staff_foot.cs" ?>
