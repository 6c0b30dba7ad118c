/* Pages of staff and overseers. */
import { errorSummary, mark, printButtons, sendOnce } from './_common.js';

/* Leaving a form that was touched asks first. Buttons with a form of their own and filters do not count. */
function warnBeforeLeaving() {
	let touched = false;
	document.addEventListener('input', (event) => {
		const form = event.target.form;
		touched = touched || Boolean(form && form.method === 'post');
	});
	document.addEventListener('submit', () => { touched = false; });
	window.addEventListener('beforeunload', (event) => {
		if (touched) {
			event.preventDefault();
			event.returnValue = '';
		}
	});
}

/* <input type="checkbox" data-check-all="NAME"> ticks every box of that name in its form. */
function checkAll() {
	document.addEventListener('change', (event) => {
		const name = event.target.dataset.checkAll;
		if (!name)
			return;
		for (const box of event.target.form.querySelectorAll(`input[type=checkbox][name="${name}"]:not(:disabled)`))
			box.checked = event.target.checked;
	});
}

mark();
errorSummary('.govuk-error-summary');
sendOnce();
warnBeforeLeaving();
checkAll();
printButtons();
