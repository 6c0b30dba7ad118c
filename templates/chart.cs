<?cs #
chart.cs - bar charts as SVG with their numbers in a table below. Stands behind the head:

	< ?cs include!"staff_head.cs" ? >< ?cs include!"chart.cs" ? > ... < ?cs call:chart(Page.Chart) ? >

chart(c)   c is what chart.h put: title, desc, bars.N.{label,value,text} and the geometry in names that begin with '_'

Colours are presentation attributes, because the pages' policy allows no inline style; dark bars print well in black and
white, and every bar carries its number.
?><?cs

def:chart_text(x, y, anchor, text) ?><text x="<?cs var:x ?>" y="<?cs var:y ?>" text-anchor="<?cs var:anchor ?>" fill="#0b0c0c"><?cs
	var:text ?></text>
<?cs /def ?><?cs

def:chart_line(l, stroke) ?><line x1="<?cs var:l._x1 ?>" y1="<?cs var:l._y1 ?>" x2="<?cs var:l._x2 ?>" y2="<?cs
	var:l._y2 ?>" stroke="<?cs var:stroke ?>" stroke-width="1"/>
<?cs /def ?><?cs

def:chart_bar(c, b) ?><g><title><?cs var:b.label ?> <?cs var:b.text ?></title>
<rect x="<?cs var:b._x ?>" y="<?cs var:b._y ?>" width="<?cs var:b._w ?>" height="<?cs var:b._h ?>" fill="#07753d"/>
<?cs call:chart_text(b._tx, b._ty, c._value_anchor, b.text) ?><?cs
	call:chart_text(b._lx, b._ly1, c._label_anchor, b._line1) ?><?cs
	if:string.length(b._line2) ?><?cs call:chart_text(b._lx, b._ly2, c._label_anchor, b._line2) ?><?cs
	/if ?></g>
<?cs /def ?><?cs

def:chart_svg(c) ?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 <?cs var:c._width ?> <?cs
	var:c._height ?>" width="100%" font-size="15" role="img" aria-labelledby="chart-<?cs var:c._id ?>-title<?cs
	if:string.length(c.desc) ?> chart-<?cs var:c._id ?>-desc<?cs /if ?>">
<title id="chart-<?cs var:c._id ?>-title"><?cs var:c.title ?></title>
<?cs if:string.length(c.desc) ?><desc id="chart-<?cs var:c._id ?>-desc"><?cs var:c.desc ?></desc>
<?cs /if ?><?cs each:t = c._ticks ?><?cs call:chart_line(t, "#c8c8c8") ?><?cs
	call:chart_text(t._tx, t._ty, c._tick_anchor, t._text) ?><?cs /each ?><?cs
	each:b = c.bars ?><?cs call:chart_bar(c, b) ?><?cs /each ?><?cs call:chart_line(c, "#0b0c0c") ?></svg>
<?cs /def ?><?cs

def:chart_data(c) ?><details><summary><?cs var:Lang.Chart.data ?></summary>
<table>
<caption class="hidden"><?cs var:c.title ?></caption>
<thead><tr><th scope="col"><?cs if:string.length(c._label_head) ?><?cs var:c._label_head ?><?cs
	else ?><?cs var:Lang.Chart.label ?><?cs /if ?></th><th class="num" scope="col"><?cs
	if:string.length(c._value_head) ?><?cs var:c._value_head ?><?cs else ?><?cs var:Lang.Chart.value ?><?cs /if ?></th></tr></thead>
<tbody>
<?cs each:b = c.bars ?><tr><td><?cs var:b.label ?></td><td class="num"><?cs var:b.text ?></td></tr>
<?cs /each ?></tbody>
</table></details>
<?cs /def ?><?cs

def:chart(c) ?><figure class="chart"><figcaption><?cs var:c.title ?></figcaption>
<?cs if:subcount(c.bars) ?><?cs call:chart_svg(c) ?><?cs call:chart_data(c) ?><?cs
	else ?><p class="empty"><?cs var:c._empty ?></p>
<?cs /if ?></figure>
<?cs /def ?>
