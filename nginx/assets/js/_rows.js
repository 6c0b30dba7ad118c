/* Rows of a list that can be ticked.
 *
 *	<input type="checkbox" data-check-all="NAME">     ticks every box of that name in its form that may be ticked
 *	<span data-ticked="已勾"></span>                   says how many are ticked
 *
 * A row whose box is ticked has the class "on". */
function show(form) {
	let n = 0;
	for (const box of form.querySelectorAll('tbody .tick input[type=checkbox]')) {
		box.closest('tr').classList.toggle('on', box.checked);
		n += box.checked && 'checkAll' in box.dataset === false ? 1 : 0;
	}
	for (const place of form.querySelectorAll('[data-ticked]'))
		place.textContent = `${place.dataset.ticked} ${n}`;
}

export function tickRows() {
	document.addEventListener('change', (event) => {
		const box = event.target;
		if (!box.form || box.type !== 'checkbox')
			return;
		const name = box.dataset.checkAll;
		if (name)
			for (const one of box.form.querySelectorAll(`input[type=checkbox][name="${name}"]:not(:disabled)`))
				one.checked = box.checked;
		show(box.form);
	});
	window.addEventListener('pageshow', () => {
		for (const form of document.forms)
			show(form);
	});
}
