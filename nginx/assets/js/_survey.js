/* One question at a time, kept on the phone until it was sent.
 *
 *	<form data-pages="NAME OF THE DRAFT" data-progress="第 {n} 题，共 {all} 题" data-saved="已自动保存"
 *		data-back="上一题" data-next="下一题"> .field ... submit </form>
 *
 * Each .field becomes a page of its own; the form's own button stays on the last one. A group with
 * data-together stays with the one before it. Drafts hold what may lie on a shared phone for a day: no boxes of
 * type tel, none with autocomplete (names, numbers), none in a group with data-private.
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

export function paged(form) {
	const pages = [];
	for (const group of form.querySelectorAll('.field')) {
		if ('together' in group.dataset && pages.length)
			pages[pages.length - 1].push(group);
		else
			pages.push([group]);
	}
	if (pages.length < 2)
		return;
	const texts = form.dataset;
	const draft = new Draft(form);
	const back = element('button', 'back', texts.back);
	const bars = element('ul', 'progress');
	const progress = element('p', 'hint');
	const next = element('button', 'button', texts.next);
	const submits = [...form.querySelectorAll('button[type=submit]')];
	bars.setAttribute('aria-hidden', 'true');
	bars.append(...pages.map(() => element('li', '')));
	progress.setAttribute('role', 'status');
	form.prepend(back, bars, progress);
	submits[0].before(next);
	/* The words before the questions belong to the first of them. */
	const intro = form.parentElement.querySelector('[data-intro]');

	/* After a rejected form the page with the first mistake; its values are newer than the draft's. */
	const wrong = pages.findIndex((p) => p.some((g) => g.classList.contains('wrong')));
	let at = Math.min(wrong >= 0 ? wrong : draft.load(), pages.length - 1);

	function show(saved) {
		const last = at === pages.length - 1;
		pages.forEach((page, i) => page.forEach((g) => { g.hidden = i !== at; }));
		submits.forEach((b) => { b.hidden = !last; });
		next.hidden = last;
		back.hidden = at === 0;
		if (intro)
			intro.hidden = at > 0;
		[...bars.children].forEach((bar, i) => bar.classList.toggle('done', i <= at));
		progress.textContent = texts.progress.replace('{n}', at + 1).replace('{all}', pages.length) +
			(saved ? `，${texts.saved}` : '');
	}

	function go(step) {
		at += step;
		show(draft.save(at));
		const first = pages[at][0];
		first.tabIndex = -1;
		first.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}
	next.addEventListener('click', () => go(1));
	back.addEventListener('click', () => go(-1));
	form.addEventListener('change', () => show(draft.save(at)));
	/* Enter in a box goes on; only the last page sends. */
	form.addEventListener('submit', (event) => {
		if (at < pages.length - 1) {
			event.preventDefault();
			event.stopPropagation();
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
