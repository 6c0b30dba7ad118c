/* One question at a time, kept on the phone until it was sent.
 *
 *	<form data-pages="NAME OF THE DRAFT" data-progress="第 {n} 题，共 {all} 题" data-saved="已自动保存"
 *		data-back="上一题" data-next="下一题"> .field ... submit </form>
 *
 * Each .field becomes a page of its own, with the heading (.section) before it; the form's own button stays on the last
 * one. A group with data-together stays with the one before it, with data-below under the button. data-must is answered
 * before the next page comes, data-most counts boxes, data-when="q3" data-is="1,2" (or "!1") shows it only then, data-minor
 * only to whoever is younger than the form's data-grown (fields.cs);
 * the form's own data-must and data-most are what is said. A button with data-always sends from any page. data-keep is
 * where a form with a box `kept`, or one that is data-private, is kept at each page. Drafts hold what may lie on a shared
 * phone for a day: no boxes of type tel, none with autocomplete (names, numbers), none in a group with data-private; a form
 * that is data-private has none, and opens at the first page that is not filled in.
 */
const DAY = 24 * 3600 * 1000;

function element(name, className, text = '') {
	const e = document.createElement(name);
	e.className = className;
	e.textContent = text;
	if (name === 'button')
		e.type = 'button';
	return e;
}

function mayKeep(field) {
	return field.name && !['hidden', 'tel', 'password', 'file'].includes(field.type) &&
		(!field.autocomplete || field.autocomplete === 'on') && !field.closest('[data-private]');
}

/* The draft of a form. A phone that refuses storage has none. */
class Draft {
	constructor(form) {
		this.form = form;
		this.key = `draft:${form.dataset.pages}`;
	}

	save(at) {
		const kept = [];
		for (const f of this.form.elements)
			if (mayKeep(f) && (!['radio', 'checkbox'].includes(f.type) || f.checked))
				kept.push({ name: f.name, value: f.value });
		try {
			localStorage.setItem(this.key, JSON.stringify({ at, kept, time: Date.now() }));
			return true;
		} catch {
			return false;
		}
	}

	/* Puts the values back; returns the page that was open. */
	load() {
		let draft;
		try {
			draft = JSON.parse(localStorage.getItem(this.key));
		} catch {
			return 0;
		}
		if (!draft || Date.now() - draft.time > DAY)
			return 0;
		for (const f of this.form.elements) {
			if (!mayKeep(f))
				continue;
			const values = draft.kept.filter((k) => k.name === f.name).map((k) => k.value);
			if (['radio', 'checkbox'].includes(f.type))
				f.checked = values.includes(f.value);
			else if (values.length)
				f.value = values[0];
		}
		return draft.at;
	}

	drop() {
		try {
			localStorage.removeItem(this.key);
		} catch { /* there is none */ }
	}
}

/* A question that hangs on another is shown while that one has one of the values it names. */
function shown(form, group) {
	const when = group.dataset.when;
	const is = group.dataset.is;
	if ('minor' in group.dataset)
		return under(form);
	if (!when)
		return true;
	const values = [...form.querySelectorAll('[name]')].filter((f) => f.name === when && (f.checked || f.tagName === 'SELECT'))
		.map((f) => f.value);
	return is[0] === '!' ? values.some((v) => v !== is.slice(1)) : values.some((v) => is.split(',').includes(v));
}

/* Under the age of data-grown, by the number of the document or the day of birth; while neither is there, nobody knows. */
function under(form) {
	const no = form.elements.id_no ? form.elements.id_no.value.replace(/\s/g, '') : '';
	const day = /^\d{17}[\dXx]$/.test(no) ? no.slice(6, 14) : (form.elements.birth_on ? form.elements.birth_on.value : '').replace(/-/g, '');
	if (day.length !== 8)
		return false;
	const now = new Date();
	const today = now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
	return today - Number(day) < Number(form.dataset.grown) * 10000;
}

/* What is wrong with a group before the next page may come: the word of a message, or nothing. */
function missing(group) {
	const fields = [...group.querySelectorAll('input, select, textarea')];
	const ticked = (list) => list.filter((f) => f.checked);
	const boxes = fields.filter((f) => f.type === 'checkbox');
	if (group.dataset.most && ticked(boxes).length > Number(group.dataset.most))
		return 'most';
	if (!('must' in group.dataset))
		return '';
	const radios = fields.filter((f) => f.type === 'radio');
	const names = new Set(radios.map((f) => f.name));
	const typed = fields.filter((f) => !['radio', 'checkbox'].includes(f.type));
	const empty = ticked(radios).length < names.size || (boxes.length && !ticked(boxes).length) ||
		(typed.length && !typed.some((f) => f.value.trim()));
	return empty ? 'must' : '';
}

/* Says it where the question stands. */
function say(group, text) {
	let said = group.querySelector('[data-said]');
	if (said && !text)
		said.remove();
	group.classList.toggle('wrong', Boolean(text));
	if (!text)
		return;
	if (!said) {
		said = element('p', 'error');
		said.dataset.said = '';
		said.setAttribute('role', 'alert');
		(group.querySelector('.choices, .row, .rank, input, select, textarea') || group).before(said);
	}
	said.textContent = text;
}

export function paged(form) {
	const pages = [];
	let head = [];
	for (const group of form.querySelectorAll('.field, .section')) {
		if (group.classList.contains('section'))
			head = [group];
		else if ('together' in group.dataset && pages.length)
			pages[pages.length - 1].push(group);
		else {
			pages.push([...head, group]);
			head = [];
		}
	}
	if (pages.length < 2)
		return;
	const texts = form.dataset;
	const draft = new Draft(form);
	const back = element('button', 'back', texts.back);
	const bars = element('ul', 'progress');
	const progress = element('p', 'hint');
	const next = element('button', 'button', texts.next);
	/* What is kept on the server can be kept from any page. */
	const submits = [...form.querySelectorAll('button[type=submit]:not([data-always])')];
	bars.setAttribute('aria-hidden', 'true');
	bars.append(...pages.map(() => element('li', '')));
	progress.setAttribute('role', 'status');
	form.prepend(back, bars, progress);
	submits[0].before(next);
	for (const below of form.querySelectorAll('[data-below]'))
		next.after(below);
	/* The words before the questions belong to the first of them. */
	const intro = form.parentElement.querySelector('[data-intro]');

	/* After a rejected form the page with the first mistake; its values are newer than the draft's. */
	const wrong = pages.findIndex((p) => p.some((g) => g.classList.contains('wrong') || g.querySelector('.wrong')));
	const secret = 'private' in texts;
	const opens = () => {
		if ('again' in texts)
			return pages.length - 1;
		if (secret)
			return pages.findIndex((p) => p.some((g) => shown(form, g) && missing(g)));
		return 'fresh' in texts ? 0 : draft.load();
	};
	let at = wrong >= 0 ? wrong : opens();
	if (at < 0 || at >= pages.length)
		at = pages.length - 1;

	const asked = (page) => page.some((g) => g.classList.contains('field') && !('together' in g.dataset) && shown(form, g));
	/* The next page that is asked, in this direction; where there is none, the same one. */
	function beside(from, step) {
		let to = from + step;
		while (pages[to] && !asked(pages[to]))
			to += step;
		return pages[to] ? to : from;
	}
	while (at > 0 && !asked(pages[at]))
		at -= 1;

	function show(saved) {
		const last = beside(at, 1) === at;
		const all = pages.filter(asked);
		pages.forEach((page, i) => page.forEach((g) => { g.hidden = i !== at || !shown(form, g); }));
		submits.forEach((b) => { b.hidden = !last; });
		next.hidden = last;
		back.hidden = beside(at, -1) === at;
		if (intro)
			intro.hidden = at > 0;
		const n = all.indexOf(pages[at]) + 1;
		[...bars.children].forEach((bar, i) => {
			bar.classList.toggle('done', i < n);
			bar.hidden = i >= all.length;
		});
		progress.textContent = texts.progress.replace('{n}', n).replace('{all}', all.length) + (saved ? `，${texts.saved}` : '');
	}

	/* What is wrong with the open page stands there, and the first of it is seen. */
	function complete() {
		let first = null;
		for (const group of pages[at]) {
			const word = shown(form, group) ? missing(group) : '';
			say(group, word && texts[word]);
			if (word && !first)
				first = group;
		}
		if (first)
			first.scrollIntoView({ block: 'start' });
		return !first;
	}

	/* With a code for it, the server keeps each page too; what it cannot take now stays on the phone. What is secret lies
	 * there alone, and is said to be kept when it is. */
	function keep() {
		if (!texts.keep || !(secret || form.elements.kept))
			return;
		const page = at;
		fetch(texts.keep, { method: 'POST', redirect: 'manual', headers: { Accept: 'application/json' },
			body: new URLSearchParams(new FormData(form)) })
			.then((r) => secret && at === page && r.type === 'opaqueredirect' && show(true)).catch(() => {});
	}

	function save() {
		return !secret && draft.save(at);
	}

	function go(step) {
		if (step > 0 && !complete())
			return;
		at = beside(at, step);
		show(save());
		keep();
		const first = pages[at][0];
		first.tabIndex = -1;
		first.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}
	next.addEventListener('click', () => go(1));
	back.addEventListener('click', () => go(-1));
	/* While it is typed already: a message that went with the box would move the button from under the finger. */
	form.addEventListener('input', (event) => {
		const group = event.target.closest('.field');
		if (group && group.querySelector('[data-said]'))
			say(group, missing(group) && texts[missing(group)]);
	});
	form.addEventListener('change', () => show(save()));
	let always = false;
	for (const button of form.querySelectorAll('[data-always]'))
		button.addEventListener('click', () => { always = true; });
	/* Enter in a box goes on; only the last page sends. */
	form.addEventListener('submit', (event) => {
		if (always)
			return;
		if (beside(at, 1) !== at || !complete()) {
			event.preventDefault();
			event.stopImmediatePropagation();
			if (beside(at, 1) !== at)
				go(1);
		}
	});
	/* A link of the error summary may lead into a page that is not open. */
	document.addEventListener('click', (event) => {
		const link = event.target.closest('.summary a[href^="#"]');
		const target = link && document.getElementById(link.hash.slice(1));
		const page = target ? pages.findIndex((p) => p.some((g) => g.contains(target))) : -1;
		if (page >= 0) {
			at = page;
			show(false);
		}
	}, true);
	show(false);
}

/* The page that thanks carries <... data-draft-done="NAME">: what was sent need not lie on the phone any longer. */
export function forget() {
	for (const done of document.querySelectorAll('[data-draft-done]'))
		new Draft({ dataset: { pages: done.dataset.draftDone } }).drop();
}
