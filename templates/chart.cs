<?cs #
chart.cs - bar charts as SVG with their data table. Stands after layout.cs, whose list.cs makes the table:

	< ?cs include!"layout.cs" ? >< ?cs include!"chart.cs" ? > ... < ?cs call:chart(Page.Chart) ? >

chart(c)   c is what shared/chart.h put: title, desc, bars.N.{label,value,text} and the geometry in names that begin with '_'

Colours are presentation attributes, because the pages' policy allows no inline style; dark bars print well in black and
white, and every bar carries its number. Classes for a style sheet: zyz-chart, its parts with __ behind.
?><?cs

def:chart_text(class, x, y, anchor, text) ?><text class="zyz-chart__<?cs var:class ?>" x="<?cs var:x ?>" y="<?cs
	var:y ?>" text-anchor="<?cs var:anchor ?>" fill="#0b0c0c"><?cs var:text ?></text>
<?cs /def ?><?cs

def:chart_line(class, l, stroke) ?><line class="zyz-chart__<?cs var:class ?>" x1="<?cs var:l._x1 ?>" y1="<?cs
	var:l._y1 ?>" x2="<?cs var:l._x2 ?>" y2="<?cs var:l._y2 ?>" stroke="<?cs var:stroke ?>" stroke-width="1"/>
<?cs /def ?><?cs

def:chart_bar(c, b) ?><g><title><?cs var:b.label ?> <?cs var:b.text ?></title>
<rect class="zyz-chart__bar" x="<?cs var:b._x ?>" y="<?cs var:b._y ?>" width="<?cs var:b._w ?>" height="<?cs
	var:b._h ?>" fill="#0b6e4f"/>
<?cs call:chart_text("value", b._tx, b._ty, c._value_anchor, b.text) ?><?cs
	call:chart_text("label", b._lx, b._ly1, c._label_anchor, b._line1) ?><?cs
	if:string.length(b._line2) ?><?cs call:chart_text("label", b._lx, b._ly2, c._label_anchor, b._line2) ?><?cs
	/if ?></g>
<?cs /def ?><?cs

def:chart_svg(c) ?><svg class="zyz-chart__svg" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 <?cs var:c._width ?> <?cs
	var:c._height ?>" width="100%" font-size="15" role="img" aria-labelledby="chart-<?cs var:c._id ?>-title<?cs
	if:string.length(c.desc) ?> chart-<?cs var:c._id ?>-desc<?cs /if ?>">
<title id="chart-<?cs var:c._id ?>-title"><?cs var:c.title ?></title>
<?cs if:string.length(c.desc) ?><desc id="chart-<?cs var:c._id ?>-desc"><?cs var:c.desc ?></desc>
<?cs /if ?><?cs each:t = c._ticks ?><?cs call:chart_line("grid", t, "#c8c8c8") ?><?cs
	call:chart_text("tick", t._tx, t._ty, c._tick_anchor, t._text) ?><?cs /each ?><?cs
	each:b = c.bars ?><?cs call:chart_bar(c, b) ?><?cs /each ?><?cs
	call:chart_line("axis", c, "#0b0c0c") ?></svg>
<?cs /def ?><?cs

def:chart_data(c) ?><details class="zyz-chart__data"><summary><?cs var:Lang.Chart.data ?></summary>
<?cs call:table_start(c.title) ?><?cs
	if:string.length(c._label_head) ?><?cs call:th(c._label_head) ?><?cs else ?><?cs call:th(Lang.Chart.label) ?><?cs /if ?><?cs
	if:string.length(c._value_head) ?><?cs call:th_num(c._value_head) ?><?cs else ?><?cs call:th_num(Lang.Chart.value) ?><?cs /if ?><?cs
	call:table_body() ?><?cs each:b = c.bars ?><?cs call:tr() ?><?cs call:td(b.label) ?><?cs call:td_num(b.text) ?><?cs
	call:tr_end() ?><?cs /each ?><?cs call:table_end() ?></details>
<?cs /def ?><?cs

def:chart(c) ?><figure class="zyz-chart"><figcaption class="<?cs var:Look.h2 ?>"><?cs var:c.title ?></figcaption>
<?cs if:subcount(c.bars) ?><?cs call:chart_svg(c) ?><?cs call:chart_data(c) ?><?cs
	else ?><?cs call:empty(c._empty) ?><?cs /if ?></figure>
<?cs /def ?>
