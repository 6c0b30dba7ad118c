/* Rows of a list that can be ticked. Nothing is sent before a button is pressed.
 *
 *	<input type="checkbox" data-check-all="NAME">     ticks every box of that name in its form that may be ticked, and again none
 *	<span data-ticked="已勾"></span>                   says how many are ticked
 *	<table class="list ones">                          of the boxes of a row only one is ticked; by its key (_keys.js): a accept, w wait,
 *	                                                   r refuse or drop
 *	<button data-picked="/list?as=xlsx">              opens the rows that are ticked, and no others: as a file, or for print
 *	<span data-seat="S" data-left="4" data-count="勾"> counts the ticked boxes of seat S; "all" ticks no more than its places
 *
 * With Shift a click ticks everything from the last box to this one, as that one is now. A row with a ticked box has the
 * class "on". */
const boxes = (form, name) => [...form.querySelectorAll('input[type=checkbox]:not([data-check-all], :disabled)')]
	.filter((box) => box.name === name);
let last = null;

function show(form) {
	let n = 0;
	for (const row of form.querySelectorAll('tbody tr')) {
		const ticked = row.querySelectorAll('td > input[type=checkbox]:checked:not([data-check-all])').length;
		row.classList.toggle('on', ticked > 0);
		n += ticked;
	}
	for (const place of form.querySelectorAll('[data-ticked]'))
		place.textContent = `${place.dataset.ticked} ${n}`;
	for (const place of form.querySelectorAll('[data-count]')) {
		const taken = form.querySelectorAll(`input[data-seat="${place.dataset.seat}"]:checked`).length;
		place.textContent = taken ? `${place.dataset.count} ${taken}` : '';
		place.classList.toggle('bad', taken > place.dataset.left);
	}
}

function tick(box, on) {
	box.checked = on;
	if (on && 'one' in box.dataset)
		for (const other of box.closest('tr').querySelectorAll('input[data-one]'))
			other.checked = other === box;
}

/* Who is decided already stays so, and no seat gets more than it has. */
function tickAll(form, name, on) {
	const left = {};
	for (const place of form.querySelectorAll('[data-left]'))
		left[place.dataset.seat] = place.dataset.left - form.querySelectorAll(`input[data-seat="${place.dataset.seat}"]:checked`).length;
	for (const box of boxes(form, name)) {
		const seat = box.dataset.seat;
		const other = 'one' in box.dataset && box.closest('tr').querySelector('input[data-one]:checked');
		if (on && (box.checked || other || (seat && !(left[seat]-- > 0))))
			continue;
		box.checked = on;
	}
}

function upTo(box) {
	const all = boxes(box.form, box.name);
	const from = all.indexOf(last);
	const to = all.indexOf(box);
	if (from >= 0)
		all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((one) => tick(one, box.checked));
}

/* In a window of its own, so that what is ticked stays. */
function openPicked(button) {
	const picked = [...button.form.querySelectorAll('tbody .tick input:checked')].map((box) => box.value);
	if (!picked.length)
		return;
	const link = document.createElement('a');
	link.href = `${button.dataset.picked}&only=${[...new Set(picked)].join(',')}`;
	link.target = '_blank';
	link.rel = 'noopener';
	link.click();
}

const KEYS = { accept: 'a', wait: 'w', refuse: 'r', drop: 'r' };

export function tickRows() {
	for (const box of document.querySelectorAll('.ones td > input'))
		box.dataset.one = KEYS[box.name];
	document.addEventListener('click', (event) => {
		const box = event.target;
		if (box.dataset && box.dataset.picked)
			openPicked(box);
		if (!box.form || box.type !== 'checkbox' || 'checkAll' in box.dataset)
			return;
		if (event.shiftKey && last && last !== box && last.name === box.name)
			upTo(box);
		last = box;
		show(box.form);
	});
	document.addEventListener('change', (event) => {
		const box = event.target;
		if (!box.form || box.type !== 'checkbox')
			return;
		if (box.dataset.checkAll)
			tickAll(box.form, box.dataset.checkAll, box.checked);
		else
			tick(box, box.checked);
		show(box.form);
	});
	window.addEventListener('pageshow', () => {
		for (const form of document.forms)
			show(form);
	});
}
