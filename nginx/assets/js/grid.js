/* The grid of times: Enter goes down its column, and the first time of a column can be copied to those left empty. */
const cells = (column) => [...document.querySelectorAll(`[data-grid="${column}"]`)];

document.addEventListener('keydown', (event) => {
	const column = event.target.dataset && event.target.dataset.grid;
	if (!column || (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp'))
		return;
	/* The arrows change the digits of a time; only with Alt they walk. */
	if (event.key !== 'Enter' && !event.altKey)
		return;
	event.preventDefault();
	const all = cells(column);
	const next = all[all.indexOf(event.target) + (event.key === 'ArrowUp' ? -1 : 1)];
	if (next)
		next.focus();
});

/* Ctrl+D, as in a spreadsheet: the cell above. */
document.addEventListener('keydown', (event) => {
	const column = event.target.dataset && event.target.dataset.grid;
	if (!column || event.key.toLowerCase() !== 'd' || !(event.ctrlKey || event.metaKey))
		return;
	event.preventDefault();
	const all = cells(column);
	const above = all[all.indexOf(event.target) - 1];
	if (above && above.value) {
		event.target.value = above.value;
		event.target.dispatchEvent(new Event('input', { bubbles: true }));
	}
});

/* Who came as planned: the planned times into every line that has neither. */
for (const button of document.querySelectorAll('[data-plan-from]'))
	button.addEventListener('click', () => {
		const to = cells('to');
		cells('from').forEach((from, i) => {
			if (from.value || to[i].value)
				return;
			from.value = button.dataset.planFrom;
			to[i].value = button.dataset.planTo;
		});
	});
