/* The field of a division: found as it is typed, and its list goes one step further by itself. Without it the button of the
 * field does the same. */
const WAIT = 200;

async function ask(query) {
	const answer = await fetch(`/station/region?${new URLSearchParams(query)}`, { headers: { Accept: 'application/json' } });
	return answer.ok ? (await answer.json()).Page : {};
}

function option(code, text) {
	const one = document.createElement('option');
	one.value = code;
	one.textContent = text;
	return one;
}

/* The list as the server gives it, in its groups; what is chosen stays chosen. */
function fill(select, options, code, labels) {
	const empty = select.options[0];
	select.textContent = '';
	select.append(empty);
	let group = null;
	for (const row of options) {
		if (!group || group.label !== labels[row.group]) {
			group = document.createElement('optgroup');
			group.label = labels[row.group];
			select.append(group);
		}
		group.append(option(row.code, row.name));
	}
	select.value = code;
}

function field(box) {
	const select = box.querySelector('select');
	const near = box.dataset.near;
	const chosen = box.querySelector('.chosen') || box.insertBefore(document.createElement('p'), select);
	const input = document.createElement('input');
	const list = document.createElement('ul');
	let timer = 0;
	let at = -1;
	let asked = 0;

	chosen.className = 'chosen';
	chosen.setAttribute('aria-live', 'polite');
	input.type = 'search';
	input.autocomplete = 'off';
	input.placeholder = box.dataset.find;
	const says = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${select.id}-found`,
		'aria-label': box.dataset.find };
	for (const name of Object.keys(says))
		input.setAttribute(name, says[name]);
	list.id = `${select.id}-found`;
	list.hidden = true;
	list.setAttribute('role', 'listbox');
	list.setAttribute('aria-label', box.dataset.find);
	box.insertBefore(input, chosen);
	box.insertBefore(list, chosen);
	for (const button of box.querySelectorAll('button'))
		button.remove();

	const close = () => {
		list.hidden = true;
		at = -1;
		input.setAttribute('aria-expanded', 'false');
		input.removeAttribute('aria-activedescendant');
	};
	const offered = () => list.querySelectorAll('[role=option]:not(.none)');
	const mark = (to) => {
		const all = offered();
		at = all.length ? (to + all.length) % all.length : -1;
		all.forEach((one, i) => one.setAttribute('aria-selected', String(i === at)));
		if (at >= 0) {
			input.setAttribute('aria-activedescendant', all[at].id);
			all[at].scrollIntoView({ block: 'nearest' });
		}
	};
	const choose = async (code, name) => {
		close();
		input.value = '';
		const page = await ask({ in: code, near });
		if (!page.Options)
			return;
		fill(select, page.Options, code, box.dataset);
		chosen.textContent = name || (page.Region && page.Region.full_name) || '';
	};
	const show = (found) => {
		list.textContent = '';
		found.forEach((row, i) => {
			const one = document.createElement('li');
			one.id = `${list.id}-${i}`;
			one.setAttribute('role', 'option');
			one.setAttribute('aria-selected', 'false');
			one.textContent = row.full;
			one.addEventListener('mousedown', (event) => { event.preventDefault(); choose(row.code, row.full); });
			list.append(one);
		});
		if (!found.length) {
			const none = document.createElement('li');
			none.className = 'none';
			none.setAttribute('role', 'option');
			none.setAttribute('aria-disabled', 'true');
			none.setAttribute('aria-selected', 'false');
			none.textContent = box.dataset.none;
			list.append(none);
		}
		list.hidden = false;
		input.setAttribute('aria-expanded', 'true');
	};
	input.addEventListener('input', (event) => {
		event.stopPropagation();
		clearTimeout(timer);
		const words = input.value.trim();
		if (!words)
			return close();
		timer = setTimeout(async () => {
			const turn = ++asked;
			const page = await ask({ q: words, near });
			/* Whoever has gone on finds no list open over what they do now. */
			if (turn === asked && input.value.trim() === words && document.activeElement === input)
				show(page.Found || []);
		}, WAIT);
	});
	input.addEventListener('keydown', (event) => {
		const all = offered();
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			mark(at < 0 && event.key === 'ArrowUp' ? -1 : at + (event.key === 'ArrowDown' ? 1 : -1));
		} else if (event.key === 'Enter' && !event.isComposing) {
			event.preventDefault();
			if (all.length && !list.hidden)
				all[Math.max(at, 0)].dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
		} else if (event.key === 'Escape') {
			close();
		}
	});
	input.addEventListener('blur', close);
	select.addEventListener('change', () => { if (select.value) choose(select.value); });
}

export function regions() {
	if (!window.fetch || !window.URLSearchParams)
		return;
	for (const box of document.querySelectorAll('.region'))
		field(box);
}
