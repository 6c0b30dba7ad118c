<?cs #
_stack.cs - bars cut into parts, with their numbers in a table below. Stands behind the head:

stack(c)   c is what survey_chart.h put: title, parts.N.label, rows.N.{label,sum,parts.N.{value,percent}} and the geometry
?><?cs

def:stack_svg(c) ?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 <?cs var:c._width ?> <?cs
	var:c._height ?>" width="100%" font-size="15" role="img" aria-labelledby="stack-<?cs var:c._id ?>-title">
<title id="stack-<?cs var:c._id ?>-title"><?cs var:c.title ?></title>
<?cs each:r = c.rows ?><text x="<?cs var:r._lx ?>" y="<?cs var:r._ty ?>" text-anchor="end" fill="#0b0c0c"><?cs
	var:r._short ?></text>
<?cs each:p = r.parts ?><?cs if:p._w > #0 ?><rect x="<?cs var:p._x ?>" y="<?cs var:r._y ?>" width="<?cs
	var:p._w ?>" height="<?cs
	var:r._h ?>" fill="<?cs var:p._fill ?>" stroke="#ffffff" stroke-width="1"/>
<?cs if:p._tx ?><text x="<?cs var:p._tx ?>" y="<?cs var:r._ty ?>" text-anchor="middle" fill="<?cs var:p._ink ?>"><?cs
	var:p.percent ?>%</text>
<?cs /if ?><?cs /if ?><?cs /each ?><?cs /each ?></svg>
<ul class="legend">
<?cs each:p = c.parts ?><li><svg xmlns="http://www.w3.org/2000/svg" width="14" height="14" aria-hidden="true"><rect
	width="14" height="14" fill="<?cs
	var:p._fill ?>"/></svg> <?cs var:p.label ?></li>
<?cs /each ?></ul>
<?cs /def ?><?cs

def:stack_data(c) ?><details><summary><?cs var:Lang.Chart.data ?></summary>
<div class="scroll" tabindex="0" role="region" aria-label="<?cs var:c.title ?>"><table>
<caption class="hidden"><?cs var:c.title ?></caption>
<thead><tr><th scope="col"><?cs var:Lang.Chart.label ?></th><?cs each:p = c.parts ?><th class="num" scope="col"><?cs
	var:p.label ?></th><?cs /each ?><th class="num" scope="col"><?cs var:Lang.needs.sum ?></th></tr></thead>
<tbody>
<?cs each:r = c.rows ?><tr><td><?cs var:r.label ?></td><?cs each:p = r.parts ?><td class="num"><?cs var:p.value ?><?cs
	if:p.value > #0 ?> (<?cs var:p.percent ?>%)<?cs /if ?></td><?cs /each ?><td class="num"><?cs var:r.sum ?></td></tr>
<?cs /each ?></tbody>
</table></div></details>
<?cs /def ?><?cs

def:stack(c) ?><figure class="chart"><figcaption><?cs var:c.title ?></figcaption>
<?cs call:stack_svg(c) ?><?cs call:stack_data(c) ?></figure>
<?cs /def ?>
