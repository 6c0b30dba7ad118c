<?cs #
report_table.cs - the figures of a report under Page.Figures, by group; what they stand beside has the heads given, "" leaves one out.
?><?cs
def:report_table(head_now, head_before, head_last) ?><?cs set:Group = "" ?><div class="scroll"><table class="list report">
<caption class="hidden"><?cs var:Lang.station.figures ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.station.figure ?></th><th class="num" scope="col"><?cs var:head_now ?></th><?cs
if:string.length(head_before) ?><th class="num" scope="col"><?cs var:head_before ?></th><?cs /if ?><?cs
if:string.length(head_last) ?><th class="num" scope="col"><?cs var:head_last ?></th><?cs /if ?></tr></thead>
<tbody>
<?cs each:f = Page.Figures ?><?cs if:f.group != Group ?><?cs set:Group = f.group ?><tr class="grp"><th colspan="4" scope="rowgroup"><?cs
var:Lang.station.FigureGroup[f.group] ?></th></tr>
<?cs /if ?><tr><td><?cs var:Lang.station.Figure[f.name] ?></td><td class="num"><?cs if:f.few ?><?cs var:Lang.station.small ?> <?cs
var:f.few ?><?cs elif:string.length(f.now) ?><?cs var:f.now ?><?cs else ?>—<?cs /if ?></td><?cs
if:string.length(head_before) ?><td class="num"><?cs if:string.length(f.before) ?><?cs var:f.before ?><?cs else ?>—<?cs /if ?></td><?cs
/if ?><?cs if:string.length(head_last) ?><td class="num"><?cs if:string.length(f.last) ?><?cs var:f.last ?><?cs
else ?>—<?cs /if ?></td><?cs /if ?></tr>
<?cs /each ?></tbody>
</table></div>
<?cs /def ?><?cs
def:report_categories() ?><?cs if:subcount(Page.Categories) ?><div class="scroll"><table class="list report">
<caption class="hidden"><?cs var:Lang.station.report_categories ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.station.report_category ?></th><th class="num" scope="col"><?cs
var:Lang.Layout.hours ?></th><th class="num" scope="col"><?cs var:Lang.station.Figure.activities ?></th></tr></thead>
<tbody>
<?cs each:c = Page.Categories ?><tr><td><?cs var:c.category_name ?></td><td class="num"><?cs var:c.hours ?></td><td class="num"><?cs
var:c.activities ?></td></tr>
<?cs /each ?></tbody>
</table></div>
<?cs else ?><p class="empty"><?cs var:Lang.station.report_no_hours ?></p>
<?cs /if ?><?cs /def ?><?cs
def:report_signs(day) ?><dl class="facts signs"><div><dt><?cs var:Lang.station.filled_by ?></dt><dd>&#8195;</dd></div><div><dt><?cs
var:Lang.station.in_charge ?></dt><dd>&#8195;</dd></div><div><dt><?cs var:Lang.station.seal_place ?></dt><dd>&#8195;</dd></div><div><dt><?cs
var:Lang.station.filled_on ?></dt><dd><?cs var:on(day) ?></dd></div></dl>
<?cs /def ?>
