<?cs set:Title = Lang.needs.sheet_one ?><?cs include!"staff_head.cs" ?>
<div class="bar">
<p class="crumb"><a href="/needs/surveys/<?cs var:Page.Survey.code ?>"><?cs var:Page.Survey.title ?></a> › <a href="/needs/surveys/<?cs
var:Page.Survey.code ?>/sheets"><?cs var:Lang.needs.sheets ?></a></p>
<h1><?cs var:Lang.needs.sheet_one ?></h1>
<div class="acts"><button class="button js-only" type="button" data-print><?cs var:Lang.Layout.print ?></button></div>
</div>
<dl class="facts">
<div><dt><?cs var:Lang.needs.Sheets.at ?></dt><dd><?cs var:at(Page.Sheet.at) ?></dd></div>
<div><dt><?cs var:Lang.needs.Sheets.proxy ?></dt><dd><?cs if:Page.Sheet.by_proxy == #1 ?><?cs var:Lang.needs.SheetBy.proxy ?><?cs
else ?><?cs var:Lang.needs.SheetBy.self ?><?cs /if ?></dd></div>
<?cs if:Page.Sheet.clerk ?><div><dt><?cs var:Lang.needs.Sheets.clerk ?></dt><dd><?cs var:Page.Sheet.clerk ?></dd></div>
<?cs /if ?><?cs if:Page.Sheet.contact_ok == #1 ?><div><dt><?cs var:Lang.needs.Field.consent ?></dt><dd><?cs
var:Lang.needs.contact_given ?></dd></div>
<?cs /if ?></dl>
<dl class="facts">
<?cs each:n = Page.Questions ?><div class="whole"><dt><?cs var:n.place ?>. <?cs var:n.title ?></dt><dd><?cs
if:subcount(n.Said) ?><?cs each:s = n.Said ?><?cs if:!first(s) ?><br><?cs /if ?><?cs var:s.text ?><?cs /each ?><?cs
else ?><span class="soft"><?cs var:Lang.needs.sheet_hidden ?></span><?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs if:subcount(Page.Needs) ?><h2><?cs var:Lang.needs.sheet_needs ?></h2>
<ul class="rows">
<?cs each:n = Page.Needs ?><li><a href="/needs/ledger/<?cs var:n.no ?>"><?cs var:n.no ?></a> <span><?cs var:n.category ?></span>
<b class="tag <?cs var:n.state ?> end"><?cs var:Lang.State.need[n.state] ?></b></li>
<?cs /each ?></ul>
<?cs /if ?><?cs include!"staff_foot.cs" ?>
