/* Sheets of paper typed in by keyboard: a number chooses in the group that has the focus, Enter goes to the next one and,
 * from the last, stores the sheet. The page that follows is the next sheet, with the focus in its first question. */
const form = document.querySelector('form[data-entry]');
const boxes = (group) => [...group.querySelectorAll('input:not([type=hidden]), select, textarea')];
const ticked = (box) => box.type === 'radio' || box.type === 'checkbox';

/* Each row of a matrix is a group of its own; what belongs to an answer that was not given is passed over. */
const groups = () => [...form.querySelectorAll('.field, .row')].filter((g) => !g.querySelector('.row') && boxes(g).length && !g.hidden);
const groupOf = (box) => box.closest('.row') || box.closest('.field');

function enter(group) {
	const all = boxes(group);
	(all.find((b) => b.checked) || all[0]).focus();
	group.scrollIntoView({ block: 'nearest' });
}

/* Questions that hang on another are shown as soon as that one is answered so. */
function conditions() {
	for (const group of form.querySelectorAll('[data-when]')) {
		const is = group.dataset.is.split(',');
		group.hidden = ![...form.elements].some((f) => f.name === group.dataset.when && f.checked && is.includes(f.value));
	}
}

function go(from, step) {
	const all = groups();
	const to = all[all.indexOf(from) + step];
	if (to)
		enter(to);
	else if (step > 0)
		form.querySelector('button[type=submit]').click();
}

/* The choice that bears this number; of a scale the mark, in a rank the place. */
function choose(group, box, key) {
	if (box.tagName === 'SELECT') {
		box.value = key === '0' ? '' : key;
		return box.selectedIndex >= 0;
	}
	const chosen = boxes(group).filter(ticked).find((b) => b.value === key);
	if (!chosen)
		return false;
	chosen.checked = chosen.type === 'radio' || !chosen.checked;
	chosen.dispatchEvent(new Event('change', { bubbles: true }));
	chosen.focus();
	return chosen.type === 'radio';
}

/* The next box of several, else the next group. */
function next(group, box, step) {
	const own = boxes(group);
	const beside = ticked(box) ? undefined : own[own.indexOf(box) + step];
	if (beside)
		beside.focus();
	else
		go(group, step);
}

form.addEventListener('change', conditions);
form.addEventListener('keydown', (event) => {
	const box = event.target;
	const group = groupOf(box);
	if (!group || event.ctrlKey || event.metaKey || event.altKey)
		return;
	if (event.key === 'Enter' && !(event.shiftKey && box.tagName === 'TEXTAREA')) {
		event.preventDefault();
		next(group, box, event.shiftKey ? -1 : 1);
	} else if ((ticked(box) || box.tagName === 'SELECT') && /^[0-9]$/.test(event.key)) {
		event.preventDefault();
		if (choose(group, box, event.key))
			next(group, box, 1);
	}
});

conditions();
const wrong = form.querySelector('.field.wrong');
const first = groups()[wrong ? groups().findIndex((g) => wrong.contains(g) || g === wrong) : 1];
if (first)
	enter(first);
