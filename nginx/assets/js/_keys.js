/* Single keys, off inside fields, and off altogether with <html data-keys="off">, which /account/keys sets (WCAG 2.1.4).
 *
 *	data-key="n"      on a link, button or box: pressed, or focused, by that key
 *	j k x o           next row, row before, tick it, open it, which Enter does too; the row is <tr class="at">
 *	.ones              the boxes of a row: ticked by their keys (_rows.js)
 *	?                 opens and shuts the list of keys */
const off = () => document.documentElement.dataset.keys === 'off';

function walk(step) {
	const rows = [...document.querySelectorAll('.list tbody tr:not(.grp)')];
	const at = rows.findIndex((row) => row.classList.contains('at'));
	const to = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
	if (!to)
		return;
	if (at >= 0)
		rows[at].classList.remove('at');
	to.classList.add('at');
	to.scrollIntoView({ block: 'nearest' });
	const first = to.querySelector('a, input:not(:disabled)');
	if (first)
		first.focus({ preventScroll: true });
}

function press(selector) {
	const found = document.querySelector(selector);
	if (found)
		found.click();
	return Boolean(found);
}

const ACTS = {
	j: () => walk(1),
	k: () => walk(-1),
	x: () => press('tr.at td > input:not(:disabled)'),
	enter: () => press('tr.at td > a'),
	o: () => press('tr.at a'),
	'?': () => {
		const list = document.querySelector('.keys');
		if (list)
			list.open = !list.open;
	},
};

export function keys() {
	document.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || off() ||
		    event.target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
			return;
		const key = event.key.toLowerCase();
		/* Enter is the row's only on one of its boxes, where it would send the form. */
		if (key === 'enter' && !event.target.matches('tr.at td > input'))
			return;
		const one = document.querySelector(`tr.at input[data-one="${CSS.escape(key)}"]`);
		const target = one || [...document.querySelectorAll('[data-key]')].find((e) => e.dataset.key === key);
		if (target) {
			event.preventDefault();
			if (target.matches('input') && !one)
				target.focus();
			else
				target.click();
		} else if (ACTS[key]) {
			event.preventDefault();
			ACTS[key]();
		}
	});
}
